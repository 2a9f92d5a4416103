import type { SheetBlock } from '#core/change/index.ts';

/** The blocks beside one, itself among them. */
export const besideOf = (blocks: readonly SheetBlock[], { at }: SheetBlock): SheetBlock[] =>
  blocks.filter((one) => one.at.slice(0, -1).join('/') === at.slice(0, -1).join('/'));

/** A list with one of its keys a place up or down; as it is at its ends. */
export function shiftedKeys(keys: readonly string[], key: string, by: -1 | 1): string[] {
  const from = keys.indexOf(key);
  const to = from + by;
  if (from < 0 || to < 0 || to >= keys.length) return [...keys];
  return keys.toSpliced(from, 1).toSpliced(to, 0, key);
}

type Move = { block: string; after: string | null };

/** What leads from one order to another: one move where one is enough, else block by block from the first. */
export function moves(before: readonly string[], after: readonly string[]): Move[] {
  const alone = after.find((key) => without(before, key) === without(after, key));
  if (alone !== undefined) return before.join('\n') === after.join('\n') ? [] : [moveTo(alone, after)];
  const found: Move[] = [];
  let now = [...before];
  for (const [index, key] of after.entries()) {
    if (now[index] === key) continue;
    found.push(moveTo(key, after));
    now = now.filter((one) => one !== key).toSpliced(index, 0, key);
  }
  return found;
}

const without = (keys: readonly string[], key: string): string =>
  keys.filter((one) => one !== key).join('\n');
const moveTo = (block: string, order: readonly string[]): Move => ({
  block,
  after: order[order.indexOf(block) - 1] ?? null,
});
