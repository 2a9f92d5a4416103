import type { Editor } from '../../editor/editor.ts';
import { ChangeRefused } from '../../refused.ts';
import { blocksOf, type SheetBlock } from './outline.ts';
import { foreignTemplates, templateOf } from './templates.ts';

export type OfSheet = { sheet: string; cycle?: string };
export type FoundBlock = { file: string; block: SheetBlock; beside: SheetBlock[] };

export const textOf = (editor: Pick<Editor, 'value'>, file: string): string =>
  String(editor.value(file) ?? '');

export const enclosing = ({ at }: SheetBlock): string => at.slice(0, -1).join('/');

export const besideOf = (blocks: readonly SheetBlock[], block: SheetBlock): SheetBlock[] =>
  blocks.filter((one) => enclosing(one) === enclosing(block));

/** The block of a sheet that goes by this key. Throws ChangeRefused where there is none. */
export function blockNamed(editor: Editor, { sheet, cycle }: OfSheet, key: string) {
  const file = templateOf(editor, sheet, cycle);
  const blocks = blocksOf(textOf(editor, file));
  const found = blocks.find((block) => block.key === key);
  if (!found) throw new ChangeRefused('no-block', { block: key }, file);
  return { file, blocks, found };
}

/** The block, and the one in the same place of each other language: where as many stand there, and it is as much hidden. */
export function alike(editor: Editor, own: string, found: SheetBlock): FoundBlock[] {
  const mine = besideOf(blocksOf(textOf(editor, own)), found);
  const others = foreignTemplates(editor, own).flatMap(({ path }) => {
    const blocks = blocksOf(textOf(editor, path));
    const same = blocks.find(({ at }) => at.join('/') === found.at.join('/'));
    const beside = same ? besideOf(blocks, same) : [];
    const fits = same && beside.length === mine.length && same.isHidden === found.isHidden;
    return fits ? [{ file: path, block: same, beside }] : [];
  });
  return [{ file: own, block: found, beside: mine }, ...others];
}
