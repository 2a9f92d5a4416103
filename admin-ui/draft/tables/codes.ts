import type { Change } from '#core/change/index.ts';
import type { JsonObject } from '#core/json/index.ts';
import type { CodeEntry, CodeList } from '#core/model/index.ts';
import { asDay, codeAdded, codeEnded, wrongCode, wrongEnd } from '../model/codes.ts';
import { belowHeadings, type Exchange, type ReadLine, refusedLine, sameCell } from './lines.ts';

/** What is written of codes in tables. */
type CodeTableWords = {
  codeHeadings: string[];
  codeAdded: (code: string, title: string) => string;
  codeRenamed: (title: string, other: string) => string;
  codeEnded: (title: string, day: string) => string;
  codeChanged: (title: string) => string;
  titleMissing: string;
  twice: string;
  noSuccessor: (code: string) => string;
  codeFaults: Record<'missing' | 'wrongCode' | 'takenCode' | 'noDate', string>;
};

type Cells = { code: string; title: string; validFrom: string; validTo: string; successor: string };
const KEYS = ['title', 'validFrom', 'validTo', 'successor'] as const;

/** A code list as a table: code, title, from when, until when, what follows. New codes are added, known ones changed. */
export function codeTable(list: CodeList, cycle: string, words: CodeTableWords): Exchange {
  return {
    title: list.title,
    headings: words.codeHeadings,
    lines: list.entries.map((entry) => [entry.code, ...KEYS.map((key) => entry[key] ?? '')]),
    read: (lines) => readCodes(lines, { list, cycle, words }),
  };
}

type Reading = { list: CodeList; cycle: string; words: CodeTableWords };

function readCodes(lines: string[][], { list, cycle, words }: Reading): ReadLine[] {
  const { isWhole, rest } = belowHeadings(lines, words.codeHeadings);
  const codes = new Set([...list.entries.map(({ code }) => code), ...rest.map(([code = '']) => code)]);
  const seen = new Set<string>();
  let known = list;
  return rest.map((line): ReadLine => {
    const [code = '', title = '', validFrom = '', validTo = '', successor = ''] = line;
    const cells = { code, title, validFrom: asDay(validFrom), validTo: asDay(validTo), successor };
    if (seen.has(code)) return refusedLine(line.join(' · '), words.twice);
    seen.add(code);
    if (successor !== '' && !codes.has(successor))
      return refusedLine(line.join(' · '), words.noSuccessor(successor));
    const entry = list.entries.find((one) => one.code === code);
    if (entry) return changedCode(entry, cells, isWhole, { list, cycle, words });
    const made = addedCode(cells, { list: known, cycle, words });
    // What comes behind it in the table stands behind it in the list.
    if (made.refused === undefined) known = { ...known, entries: [...known.entries, { code, title }] };
    return made;
  });
}

function addedCode(cells: Cells, { list, cycle, words }: Reading): ReadLine {
  const { code, title, validTo, successor } = cells;
  const wrong =
    Object.values(wrongCode(list, cells))[0] ??
    (validTo === '' ? undefined : wrongEnd({ until: validTo, successor }).until);
  const text = [code, title].filter((part) => part !== '').join(' · ');
  if (wrong) return refusedLine(text, title === '' ? words.titleMissing : words.codeFaults[wrong]);
  const change = codeAdded(list, cycle, cells);
  const more = { ...(validTo !== '' && { validTo }), ...(successor !== '' && { successor }) };
  const element = { ...(change.element as JsonObject), ...more };
  return { text: words.codeAdded(code, title), changes: [{ ...change, element }] };
}

function changedCode(
  entry: CodeEntry,
  cells: Cells,
  isWhole: boolean,
  { list, cycle, words }: Reading,
): ReadLine {
  const differing = KEYS.filter(
    (key) => !sameCell(cells[key], entry[key] ?? '') && (isWhole || cells[key] !== ''),
  );
  const days = differing.filter((key) => key === 'validFrom' || key === 'validTo');
  if (differing.includes('title') && cells.title === '') return refusedLine(entry.title, words.titleMissing);
  if (days.some((key) => cells[key] !== '' && wrongEnd({ until: cells[key], successor: '' }).until))
    return refusedLine(entry.title, words.codeFaults.noDate);
  if (differing.length === 0) return { text: entry.title, changes: [] };
  return {
    text: textOf(entry, cells, differing, words),
    changes: [changeOf(entry, cells, differing, { list, cycle })],
  };
}

type Key = (typeof KEYS)[number];

/** A line is one change: what ends a code says so, anything else is a patch. */
function changeOf(
  { code }: CodeEntry,
  cells: Cells,
  differing: Key[],
  { list, cycle }: Pick<Reading, 'list' | 'cycle'>,
): Change {
  const isEnd =
    cells.validTo !== '' &&
    differing.includes('validTo') &&
    differing.every((key) => key === 'validTo' || (key === 'successor' && cells.successor !== ''));
  if (isEnd) {
    const successor = differing.includes('successor') ? cells.successor : '';
    return codeEnded(list, cycle, code, { until: cells.validTo, successor });
  }
  const patch = Object.fromEntries(differing.map((key) => [key, cells[key] === '' ? null : cells[key]]));
  return { kind: 'changeCode', list: list.id, code, cycle, patch };
}

function textOf(entry: CodeEntry, cells: Cells, differing: Key[], words: CodeTableWords): string {
  const title = cells.title || entry.title;
  const parts = [
    ...(differing.includes('title') ? [words.codeRenamed(entry.title, cells.title)] : []),
    ...(differing.includes('validTo') && cells.validTo !== '' ? [words.codeEnded(title, cells.validTo)] : []),
  ];
  return parts.length > 0 ? parts.join('；') : words.codeChanged(title);
}
