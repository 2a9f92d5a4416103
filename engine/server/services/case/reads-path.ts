import type { CompiledEdition } from '#core/model/index.ts';

/** What each edition has been asked: its text is long, and every evaluation asks. */
const ANSWERS = new WeakMap<CompiledEdition, Map<string, boolean>>();

/** Paths that some edition has been found to read. */
const known = new Set<string>();

/** Whether any edition at work is known to read a path: then it is read along with a case. */
export const hasRead = (path: string): boolean => known.has(path);

/**
 * Whether anything in an edition may read a path such as `case.names`, however many iterations it goes out: what nothing
 * reads is neither looked up nor sent to anybody.
 */
export function readsPath(edition: CompiledEdition, path: string): boolean {
  const answers = ANSWERS.get(edition) ?? new Map<string, boolean>();
  ANSWERS.set(edition, answers);
  const answered = answers.get(path);
  if (answered !== undefined) return answered;
  const text = textOf(edition);
  const reads = ['"', 'outer.', '{', ' '].some((before) => text.includes(before + path));
  answers.set(path, reads);
  if (reads) known.add(path);
  return reads;
}

/** All that holds logic or a template. */
function textOf({ definition }: CompiledEdition): string {
  const { categories, routes, expressions, rosters, sheets } = definition;
  return JSON.stringify({ categories, routes, expressions, rosters, sheets });
}
