import type { ActionView } from '../../../api/index.ts';
import type { ReviewWords } from '../../../locales/index.ts';

/** A case that an event is about to be fired at. */
export type Target = { id: string; name: string; version: number };

/** Names are written out up to here; then "and others, n in all". */
const NAMED = 12;

/** The names of the cases, as a sentence holds them. */
export function namesOf(targets: readonly Target[], words: ReviewWords): string {
  const names = targets.slice(0, NAMED).map(({ name }) => name);
  const text = names.join(words.separator);
  return targets.length > NAMED ? words.namesMore(text, targets.length) : text;
}

/** What will happen, in numbers and names, and what the definition wants to be said before it does. */
export function announcement(action: ActionView, targets: readonly Target[], words: ReviewWords): string[] {
  const names = namesOf(targets, words);
  const confirm = action.confirm?.replaceAll('{n}', String(targets.length)).replaceAll('{names}', names);
  const named = action.confirm?.includes('{names}') ?? false;
  const will = named ? [] : [words.willDo(action.title, targets.length, names)];
  return confirm ? [...will, confirm] : will;
}
