import { templateText, unescapeHtml } from '#core/json/index.ts';
import type { Difference } from '../../diff/differences.ts';
import { ChangeRefused } from '../../refused.ts';
import { defineKind } from '../kind.ts';
import { sentencesOf } from './template.ts';
import { templateOf } from './templates.ts';

/**
 * A sentence of a printed sheet is another. It is found as it is read, whole; of several that read alike `nth` says
 * which, counted from 0. What is put there is text: braces and tags are refused or escaped.
 */
export const editSentence = defineKind('editSentence', {
  required: ['sheet', 'find', 'text'],
  optional: ['cycle', 'language', 'nth'],
  make(editor, { sheet, find, text, cycle, language, nth = 0 }) {
    const file = templateOf(editor, sheet, cycle, language);
    const template = String(editor.value(file));
    const found = sentencesOf(template).filter((one) => unescapeHtml(one.text) === find)[nth];
    if (!found) throw new ChangeRefused('no-sentence', { text: find }, file);
    if (text.includes('{{') || text.trim() === '') throw new ChangeRefused('no-plain-text', { text }, file);
    editor.respan(file, found.start, found.end, templateText(text.trim()));
  },
  words: ({ sheet, find, text, cycle }, titles) => ({
    where: titles.part('sheet', sheet, cycle),
    before: find,
    text,
  }),
  recognise: (difference) => sentenceEdited(difference),
});

/** The first sentence that reads otherwise, of two templates that are the same besides. */
function sentenceEdited({ part, path, before, after }: Difference) {
  if (part.kind !== 'template' || path.length > 0 || typeof before !== 'string' || typeof after !== 'string')
    return undefined;
  const [was, is] = [sentencesOf(before), sentencesOf(after)];
  const index = was.findIndex(({ text }, at) => text !== is[at]?.text);
  const [old, next] = [was[index], is[index]];
  if (was.length !== is.length || !old || !next) return undefined;
  const nth = was.slice(0, index).filter(({ text }) => text === old.text).length;
  return {
    sheet: part.id,
    find: unescapeHtml(old.text),
    text: unescapeHtml(next.text),
    ...(nth > 0 && { nth }),
    ...(part.cycle !== undefined && { cycle: part.cycle }),
    ...(part.language !== undefined && { language: part.language }),
  };
}
