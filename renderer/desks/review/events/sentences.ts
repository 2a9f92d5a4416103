import { interpolate } from '#core/json/index.ts';
import type { ActionView } from '#renderer/api/index.ts';
import type { ReviewWords } from '#renderer/locales/index.ts';

/** How many an event concerns, and their names as a sentence holds them. */
export type Who = { n: number; names: string };

/** Names are written out up to here; then "and others, n in all". */
const NAMED = 12;

/** Who is concerned: those that are known by name, of `n` in all. */
export function whoOf(known: readonly { name: string }[], words: ReviewWords, n = known.length): Who {
  const text = known
    .slice(0, NAMED)
    .map(({ name }) => name)
    .join(words.separator);
  return { n, names: n > Math.min(NAMED, known.length) ? words.namesMore(text, n) : text };
}

/** What will happen, in numbers and names, and what the definition wants to be said before it does. */
export function announcement(
  action: ActionView,
  { n, names }: Who,
  words: ReviewWords,
  what?: string,
): string[] {
  const confirm = action.confirm && interpolate(action.confirm, { n, names });
  const named = action.confirm?.includes('{names}') ?? false;
  const will = named ? [] : [what ?? words.willDo(action.title, n, names)];
  return confirm ? [...will, confirm] : will;
}
