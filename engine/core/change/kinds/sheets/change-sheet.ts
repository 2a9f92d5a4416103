import { asText, isObject, type Json, type JsonObject } from '#core/json/index.ts';
import { partHome } from '../../find/homes.ts';
import type { Reading } from '../../find/parts.ts';
import { ChangeRefused } from '../../refused.ts';
import { defineKind } from '../kind.ts';
import { cycleOf, patchBetween } from '../recognised.ts';

/** What may be said of a sheet as a whole. Its id stays, and what it prints is its template's. */
const SETTABLE = ['paper', 'pages', 'formats', 'frozenIn', 'visibleTo', 'languages'];

/** A sheet is printed on other paper, in other forms, for others, or is frozen in other states. */
export const changeSheet = defineKind('changeSheet', {
  required: ['sheet', 'patch'],
  optional: ['cycle'],
  make(editor, { sheet, patch, cycle }) {
    const { file } = partHome(editor, 'sheet', sheet, cycle);
    for (const [key, value] of Object.entries(patch)) {
      if (!SETTABLE.includes(key)) throw new ChangeRefused('absent', { at: key }, file);
      if (value !== null) editor.put(file, [key], value);
      else if (editor.value(file, [key]) !== undefined) editor.take(file, [key]);
    }
  },
  words: ({ sheet, patch, cycle }, titles, files) => ({
    title: titles.part('sheet', sheet, cycle),
    patch: spelled(
      files,
      patch,
      titles.value({ part: 'sheet', id: sheet, ...(cycle && { cycle }), way: ['paper'] }),
    ),
  }),
  recognise(difference) {
    const { part, path, is } = difference;
    const [key = ''] = path;
    if (part.kind !== 'sheet' || !SETTABLE.includes(key)) return undefined;
    return { sheet: part.id, ...cycleOf(difference), patch: { [key]: is.value(part.path, [key]) ?? null } };
  },
});

/** Paper by what is other about it, lists in one text, tags by their titles where they have some. */
function spelled(files: Reading, { paper, ...others }: JsonObject, before: Json | undefined): JsonObject {
  const listed = Object.entries(others).map(([key, value]): [string, Json] => {
    if (!Array.isArray(value)) return [key, value];
    return [key, value.map((one) => (key === 'frozenIn' ? tagTitle(files, String(one)) : one)).join(' / ')];
  });
  if (!isObject(paper)) return Object.fromEntries(listed);
  const { orientation, ...differing } = patchBetween(isObject(before) ? before : {}, paper);
  return {
    ...differing,
    ...(orientation !== undefined && { landscape: orientation === 'landscape' }),
    ...Object.fromEntries(listed),
  };
}

const tagTitle = (files: Reading, tag: string): string =>
  asText(files.value('programme.json', ['titles', `case.tags.${tag}`])) ?? tag;
