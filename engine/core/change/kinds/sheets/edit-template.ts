import { findSpan, spanAt } from '../../editor/spans.ts';
import { findPart } from '../../find/parts.ts';
import { ChangeRefused } from '../../refused.ts';
import { defineKind } from '../kind.ts';
import { cycleOf } from '../recognised.ts';
import { templateOf } from './templates.ts';

/**
 * A stretch of a template is written otherwise: found by itself and by what stands on both sides of it, so that what
 * others change elsewhere in the template stays.
 */
export const editTemplate = defineKind('editTemplate', {
  required: ['sheet', 'was', 'markup', 'left', 'right'],
  optional: ['cycle', 'language'],
  make(editor, { sheet, was, markup, left, right, cycle, language }) {
    const file = templateOf(editor, sheet, cycle, language);
    const at = findSpan(String(editor.value(file) ?? ''), { before: was, left, right });
    if (at === undefined) throw new ChangeRefused('no-stretch', {}, file);
    if (was !== markup) editor.respan(file, at, at + was.length, markup);
  },
  words({ sheet, was, left, right, cycle }, titles, files) {
    const file = findPart(files, 'template', sheet, cycle)?.path ?? '';
    const text = String(files.value(file) ?? '');
    const at = findSpan(text, { before: was, left, right });
    const line = at === undefined ? null : text.slice(0, at).split('\n').length;
    return { where: titles.part('sheet', sheet, cycle), ...(line !== null && { form: 'line', line }) };
  },
  recognise(difference) {
    const { part, path, before, after } = difference;
    if (
      part.kind !== 'template' ||
      path.length > 0 ||
      typeof before !== 'string' ||
      typeof after !== 'string'
    )
      return undefined;
    const edit = templateEdit(before, after);
    const language = part.language === undefined ? {} : { language: part.language };
    return edit && { sheet: part.id, ...cycleOf(difference), ...language, ...edit };
  },
});

/** What of `editTemplate` makes one text of another: the lines from the first that differs to the last; undefined: none does. */
export function templateEdit(
  before: string,
  after: string,
): { was: string; markup: string; left: string; right: string } | undefined {
  if (before === after) return undefined;
  const start = sharedLines(before, after);
  const end = sharedEnd(before.slice(start), after.slice(start));
  const markup = after.slice(start, after.length - end);
  const { before: was, left, right } = spanAt(before, start, before.length - end, markup);
  return { was, markup, left, right };
}

/** How long the lines are with which both begin. */
function sharedLines(one: string, other: string): number {
  let at = 0;
  while (at < one.length && at < other.length && one[at] === other[at]) at += 1;
  return one.lastIndexOf('\n', at - 1) + 1;
}

/** How long the lines are with which both end. */
function sharedEnd(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  const tail = one.slice(one.length - length);
  const line = tail.indexOf('\n');
  return line < 0 ? 0 : tail.length - line;
}
