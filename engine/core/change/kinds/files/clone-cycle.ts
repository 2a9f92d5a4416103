import { asText, isObject, type Json } from '#core/json/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';
import type { Editor } from '../../editor/editor.ts';
import { ChangeRefused } from '../../refused.ts';
import { defineKind } from '../kind.ts';
import { datesLater, exampleLater, textsLater } from './later.ts';

/**
 * A cycle begins as a copy of another one, moved by whole years: its days, the years in its texts, and the examples
 * with all their dates, so that everybody in them is as old as before.
 */
export const cloneCycle = defineKind('cloneCycle', {
  required: ['from', 'to'],
  make(editor, { from, to }) {
    const edition = editor.value(`${from}/edition.json`);
    if (edition === undefined) throw new ChangeRefused('no-part', { kind: 'edition', id: from, cycle: from });
    if (editor.paths().some((path) => path.startsWith(`${to}/`)))
      throw new ChangeRefused('taken', { id: to });
    if (!FOLDER.test(to)) throw new ChangeRefused('no-name', { id: to });
    const years = yearsBetween(editor, from, to);
    for (const path of editor.paths().filter((one) => one.startsWith(`${from}/`)))
      editor.add(to + path.slice(from.length), moved(path, editor.value(path) ?? null, { from, to, years }));
  },
  words: ({ from, to }, titles) => ({ where: titles.cycle(from), to }),
});

const FOLDER = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/;

/** By how many years a cycle is later than the one that it is made of. */
function yearsBetween(editor: Editor, from: string, to: string): number {
  const year = editor.value(`${from}/edition.json`, ['cycle', 'year']);
  const next = /(?:19|20)\d\d/.exec(to)?.[0];
  return typeof year === 'number' && next !== undefined ? Number(next) - year : 0;
}

type Move = { from: string; to: string; years: number };

function moved(path: string, content: Json, move: Move): Json {
  const kind = identifyFile(path)?.kind;
  if (kind === 'edition') return editionLater(content, move);
  const year = /(?:19|20)\d\d/.exec(move.to)?.[0];
  if (kind === 'case') return exampleLater(content, move.years, Number(year) - move.years);
  return year === undefined ? content : textsLater(content, String(Number(year) - move.years), year);
}

function editionLater(content: Json, { to, years }: Move): Json {
  const later = datesLater(content, years);
  if (!isObject(later) || !isObject(later.cycle)) return later;
  const { id: _id, cycle, ...rest } = later;
  const year = typeof cycle.year === 'number' ? { year: cycle.year + years } : {};
  const title = asText(cycle.title);
  return {
    id: to,
    cycle: { ...cycle, id: to, ...(title !== undefined && { title: titleLater(title, years) }), ...year },
    ...rest,
  };
}

const titleLater = (title: string, years: number): string =>
  title.replace(/(?<!\d)(?:19|20)\d\d(?!\d)/g, (year) => String(Number(year) + years));
