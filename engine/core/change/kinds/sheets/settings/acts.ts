import { asObject } from '#core/json/index.ts';
import type { Editor } from '../../../editor/editor.ts';
import { partHome } from '../../../find/homes.ts';
import { ChangeRefused } from '../../../refused.ts';
import { alike, blockNamed, type OfSheet, textOf } from '../found-blocks.ts';
import { foreignTemplates, templateOf } from '../templates.ts';
import { type Acting, insertions } from './insertions.ts';

type Added = { acts: { block?: string } & Acting; setting: string; isAlwaysSet: boolean };

/** Writes into the template what a setting does: to the block in every language of the sheet, or to the whole page. */
export function act(editor: Editor, of: OfSheet, { acts, ...named }: Added): void {
  const { block, ...acting } = acts;
  const own = templateOf(editor, of.sheet, of.cycle);
  if (asObject(editor.value(partHome(editor, 'sheet', of.sheet, of.cycle).file)).fit !== undefined)
    throw new ChangeRefused('setting-fits', { setting: named.setting }, own);
  const whole = [own, ...foreignTemplates(editor, own).map(({ path }) => path)];
  const places =
    block === undefined
      ? whole.map((file) => ({ file, start: 0, end: textOf(editor, file).length }))
      : alike(editor, own, blockNamed(editor, of, block).found).map(({ file, block: { start, end } }) => ({
          file,
          start,
          end,
        }));
  for (const { file, ...stretch } of places) {
    const found = insertions(textOf(editor, file), stretch, acting, named);
    rewrite(
      editor,
      file,
      found.map(({ at, text }) => ({ start: at, end: at, text })),
    );
  }
}

/** From the end of the file to its beginning, so that nothing moves before it is replaced. */
export function rewrite(
  editor: Editor,
  file: string,
  edits: { start: number; end: number; text: string }[],
): void {
  for (const { start, end, text } of [...edits].sort((a, b) => b.start - a.start))
    if (textOf(editor, file).slice(start, end) !== text) editor.respan(file, start, end, text);
}
