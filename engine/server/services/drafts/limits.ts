import type { SourceFile } from '#core/model/index.ts';
import { LIMITS } from '#server/load/index.ts';

const PATH = 200;
/** A part of a path as folders have them everywhere: no way up, nothing hidden, no sign that a system keeps for itself. */
const PLAIN = /^[^.\p{C}\\/:*?"<>|][^\p{C}\\/:*?"<>|]*$/u;
const KNOWN = /\.(json|hbs|css)$/;

/** The first file that no folder could hold, or '' where it is too much of it all; null where all is in its bounds. */
export function exceeds(files: readonly SourceFile[]): string | null {
  if (files.length > LIMITS.files) return '';
  let bytes = 0;
  for (const { path, text = '', json } of files) {
    const size = Buffer.byteLength(json === undefined ? text : JSON.stringify(json));
    if (!isPath(path) || size > LIMITS.fileBytes) return path.slice(0, PATH);
    bytes += size;
  }
  return bytes > LIMITS.folderBytes ? '' : null;
}

function isPath(path: string): boolean {
  const parts = path.split('/');
  const fits = path.length <= PATH && parts.length <= LIMITS.depth + 1 && KNOWN.test(path);
  return fits && parts.every((one) => PLAIN.test(one));
}
