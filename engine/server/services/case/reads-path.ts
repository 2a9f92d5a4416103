import type { CompiledEdition } from '#core/model/index.ts';

const TEXTS = new WeakMap<CompiledEdition, string>();

/**
 * Whether anything in an edition may read a path such as `case.names`, however many iterations it goes out: what nothing
 * reads is neither looked up nor sent to anybody.
 */
export function readsPath(edition: CompiledEdition, path: string): boolean {
  const text = TEXTS.get(edition) ?? textOf(edition);
  TEXTS.set(edition, text);
  return ['"', 'outer.', '{', ' '].some((before) => text.includes(before + path));
}

/** All that holds logic or a template. */
function textOf({ definition }: CompiledEdition): string {
  const { categories, routes, expressions, rosters, sheets } = definition;
  return JSON.stringify({ categories, routes, expressions, rosters, sheets });
}
