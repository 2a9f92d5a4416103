import type { FormWords } from '#renderer/locales/index.ts';
import { formatAbove, formatBelow, formatBytes } from './size.ts';

/** What a slot takes, and how much room is left. */
export type Limits = { accept: readonly string[]; fileBytes: number; left: number };

/**
 * The sentence with which a file is refused before the upload; null when it may be sent. The server inspects its
 * content.
 */
export function refuseFile(
  file: { name: string; type: string; size: number },
  limits: Limits,
  words: FormWords,
): string | null {
  if (!limits.accept.includes(file.type)) return words.wrongType(file.name, typeNames(limits.accept));
  if (file.size === 0) return words.emptyFile;
  if (file.size > limits.fileBytes)
    return words.tooLarge(formatAbove(file.size, limits.fileBytes), formatBytes(limits.fileBytes));
  if (file.size > limits.left) return words.noRoom(formatBelow(Math.max(0, limits.left), file.size));
  return null;
}

const typeNames = (accept: readonly string[]): string =>
  accept.map((type) => (type.split('/')[1] ?? type).toUpperCase()).join(' / ');
