import type { Difference } from '../../diff/differences.ts';
import type { Editor } from '../../editor/editor.ts';
import { ChangeRefused } from '../../refused.ts';
import { defineKind } from '../kind.ts';
import { movedIn } from '../moved.ts';
import { cycleOf } from '../recognised.ts';
import {
  alike,
  besideOf,
  blockNamed,
  enclosing,
  type FoundBlock,
  type OfSheet,
  textOf,
} from './found-blocks.ts';
import { blocksOf, type SheetBlock } from './outline.ts';

/** A block of a sheet stands elsewhere among those beside it: behind another, or first. */
export const moveBlock = defineKind('moveBlock', {
  required: ['sheet', 'block', 'after'],
  optional: ['cycle'],
  make(editor, { block, after, ...of }) {
    const { file, blocks, found } = blockNamed(editor, of, block);
    const behind = besideOf(blocks, found).findIndex(({ key }) => key === after);
    if (behind < 0 && after !== null) throw new ChangeRefused('no-block', { block: after }, file);
    for (const one of alike(editor, file, found)) move(editor, one, behind);
  },
  words: ({ sheet, block, after, cycle }, titles) => ({
    form: after === null ? 'first' : 'behind',
    where: titles.part('sheet', sheet, cycle),
    title: block,
    ...(after !== null && { other: after }),
  }),
  recognise(difference) {
    const { was, is, of } = outlinesIn(difference);
    return [...new Set(was.map(enclosing))].flatMap((container) => {
      const [before = [], after = []] = [was, is].map((blocks) => keysIn(blocks, container));
      const moved = movedIn(before, after);
      return moved ? [{ ...of, block: moved.key, after: moved.behind }] : [];
    });
  },
});

/** A block of a sheet is not printed: it stands in the template as a comment. */
export const hideBlock = defineKind('hideBlock', {
  required: ['sheet', 'block'],
  optional: ['cycle'],
  make(editor, { block, ...of }) {
    const { file, found } = blockNamed(editor, of, block);
    if (found.isHidden) throw new ChangeRefused('nothing', {}, file);
    for (const one of alike(editor, file, found)) hide(editor, one);
  },
  words: ({ sheet, block, cycle }, titles) => ({ where: titles.part('sheet', sheet, cycle), title: block }),
  recognise: (difference) => turned(difference, true),
});

/** A block that was hidden is printed again. */
export const showBlock = defineKind('showBlock', {
  required: ['sheet', 'block'],
  optional: ['cycle'],
  make(editor, { block, ...of }) {
    const { file, found } = blockNamed(editor, of, block);
    if (!found.isHidden) throw new ChangeRefused('nothing', {}, file);
    for (const { file: path, block: one } of alike(editor, file, found))
      editor.respan(path, one.start, one.end, shown(textOf(editor, path).slice(one.start, one.end)));
  },
  words: ({ sheet, block, cycle }, titles) => ({ where: titles.part('sheet', sheet, cycle), title: block }),
  recognise: (difference) => turned(difference, false),
});

const [OPEN, CLOSE] = ['{{!-- ', ' --}}'];
const shown = (comment: string): string => comment.replace(/^\{\{!--\s*/, '').replace(/\s*--\}\}$/, '');

const keysIn = (blocks: readonly SheetBlock[], container: string): string[] =>
  blocks.filter((one) => enclosing(one) === container).map(({ key }) => key);

/** Whatever comes later in the file is done first, so that the other place stays where it was. */
function move(editor: Editor, { file, block, beside }: FoundBlock, behind: number): void {
  const text = textOf(editor, file);
  const from = block.start - blanksBefore(text, block.start).length;
  const first = beside[0]?.start ?? 0;
  const to = beside[behind]?.end ?? first - blanksBefore(text, first).length;
  if (to === block.end || to === from) return;
  const moved = text.slice(from, block.end);
  if (to > from) editor.respan(file, to, to, moved);
  editor.respan(file, from, block.end, '');
  if (to < from) editor.respan(file, to, to, moved);
}

/** The break before a line, with the blanks at its beginning and the empty lines above. */
const blanksBefore = (text: string, at: number): string => /\n\s*$/.exec(text.slice(0, at))?.[0] ?? '';

function hide(editor: Editor, { file, block: { start, end, title } }: FoundBlock): void {
  if (textOf(editor, file).slice(start, end).includes('--}}'))
    throw new ChangeRefused('hidden-inside', { block: title }, file);
  editor.respan(file, end, end, CLOSE);
  editor.respan(file, start, start, OPEN);
}

/** The outlines of a template before and after, where it is one. */
function outlinesIn(difference: Difference): { was: SheetBlock[]; is: SheetBlock[]; of: OfSheet } {
  const { part, path, before, after } = difference;
  const of = { sheet: part.id, ...cycleOf(difference) };
  const isOwn = part.kind === 'template' && part.language === undefined && path.length === 0;
  if (!isOwn || typeof before !== 'string' || typeof after !== 'string') return { was: [], is: [], of };
  return { was: blocksOf(before), is: blocksOf(after), of };
}

function turned(difference: Difference, isHidden: boolean): (OfSheet & { block: string })[] {
  const { was, is, of } = outlinesIn(difference);
  return was.flatMap(({ key, isHidden: before }) => {
    const after = is.find((block) => block.key === key);
    return after && before !== isHidden && after.isHidden === isHidden ? [{ ...of, block: key }] : [];
  });
}
