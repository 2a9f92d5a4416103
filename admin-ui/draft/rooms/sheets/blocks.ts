import type { SheetBlock } from '#core/change/index.ts';

/** The blocks beside one, itself among them. */
export const besideOf = (blocks: readonly SheetBlock[], { at }: SheetBlock): SheetBlock[] =>
  blocks.filter((one) => one.at.slice(0, -1).join('/') === at.slice(0, -1).join('/'));

type Move = { block: string; after: string | null };

/**
 * What leads from one order to another: one move where one is enough, of the block that somebody has moved last where
 * either of two neighbours would do, else block by block from the first.
 */
export function moves(before: readonly string[], after: readonly string[], moved: string): Move[] {
  const alone = [moved, ...after].find((key) => keysBut(before, key) === keysBut(after, key));
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

const keysBut = (keys: readonly string[], key: string): string =>
  keys.filter((one) => one !== key).join('\n');
const moveTo = (block: string, order: readonly string[]): Move => ({
  block,
  after: order[order.indexOf(block) - 1] ?? null,
});
