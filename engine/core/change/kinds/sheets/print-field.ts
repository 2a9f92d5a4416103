import { asList, templateText } from '#core/json/index.ts';
import type { Difference } from '../../diff/differences.ts';
import { fieldPath, inSection } from '../../find/homes.ts';
import { ownFile, partsOf } from '../../find/parts.ts';
import { ChangeRefused } from '../../refused.ts';
import { defineKind } from '../kind.ts';
import { sentencesOf, tokensOf } from './template.ts';

/**
 * A field stands on a sheet, in a line of its own below the line of another field (`like`), laid out as that one is: a
 * value, or a record as a block (`{{#with opinion}}`).
 */
export const printField = defineKind('printField', {
  required: ['sheet', 'section', 'field', 'like'],
  optional: ['cycle', 'title'],
  make(editor, { sheet, section, field, like, cycle, title }) {
    const file = ownFile(editor, 'template', sheet, cycle);
    const template = String(editor.value(file));
    const level = { section, ...(cycle !== undefined && { cycle }) };
    const known = inSection(editor, level, [...fieldPath(editor, level, field), 'title']);
    const line = lineOf(template, like, file);
    const text = likeLine(
      template.slice(line.start, line.end),
      like,
      field,
      title ?? String(known ?? field),
      file,
    );
    editor.respan(file, line.end, line.end, text);
  },
  words: ({ sheet, section, field, like, cycle, title }, titles) => {
    const level = { section, ...(cycle !== undefined && { cycle }) };
    return {
      where: titles.part('sheet', sheet, cycle),
      title: title ?? titles.field(level, field),
      other: titles.field(level, like),
    };
  },
  recognise: (difference) => fieldPrinted(difference),
});

type Line = { start: number; end: number };

/** How a field is printed: as a value, or as a block of what is in it. */
const printed = (field: string): string[] => {
  const name = field.replaceAll('/', '.');
  return [`{{${name}}}`, `{{#with ${name}}}`];
};

/** The row of a table in which a field is printed, with the break before it. */
function lineOf(template: string, field: string, file: string): Line {
  const tokens = tokensOf(template);
  const at = tokens.findIndex(({ type, text }) => type === 'call' && printed(field).includes(text));
  const start = tokens
    .slice(0, Math.max(at, 0))
    .filter(({ type, text }) => type === 'tag' && /^<tr\b/.test(text))
    .at(-1);
  const end =
    at < 0 ? undefined : tokens.slice(at).find(({ type, text }) => type === 'tag' && /^<\/tr>/.test(text));
  if (!start || !end) throw new ChangeRefused('no-line', { field }, file);
  const blank = /\n[ \t]*$/.exec(template.slice(0, start.start))?.[0] ?? '';
  return { start: start.start - blank.length, end: end.end };
}

/** The same line with the other field and its title. Refused where the line prints more than one thing. */
function likeLine(line: string, like: string, field: string, title: string, file: string): string {
  const [heading, ...more] = sentencesOf(line);
  const [value, block] = printed(like);
  const found = tokensOf(line).find(({ type, text }) => type === 'call' && [value, block].includes(text));
  const isAlone = found?.text === block ? isOneBlock(line) : callsOf(line).length === 1 && more.length === 0;
  if (!found || !heading || heading.start > found.start || !isAlone)
    throw new ChangeRefused('no-line', { field: like }, file);
  const [ownValue = '', ownBlock = ''] = printed(field);
  const own = found.text === block ? ownBlock : ownValue;
  const printing = line.slice(0, found.start) + own + line.slice(found.end);
  return printing.slice(0, heading.start) + templateText(title) + printing.slice(heading.end);
}

/** Whether a line holds one block, from its first call to its last, and what is in it. */
function isOneBlock(line: string): boolean {
  const calls = callsOf(line);
  let depth = 0;
  const ends = calls.findIndex((call) => {
    depth += stepOf(call);
    return depth <= 0;
  });
  return depth === 0 && ends === calls.length - 1;
}

function stepOf(call: string): number {
  if (call.startsWith('{{#')) return 1;
  return call.startsWith('{{/') ? -1 : 0;
}

/** A line that is new in a template and prints one field: below which it stands. */
function fieldPrinted({ part, path, before, after, is }: Difference) {
  if (part.kind !== 'template' || path.length > 0 || typeof before !== 'string' || typeof after !== 'string')
    return undefined;
  const [was, now] = [callsOf(before), callsOf(after)];
  const index = now.findIndex((call, at) => call !== was[at]);
  const [field, like] = [nameOf(now[index]), nameOf(now[index - 1])];
  if (field === undefined || like === undefined || now.length <= was.length) return undefined;
  const section = partsOf(is).find(
    (one) =>
      one.kind === 'section' &&
      (one.cycle === undefined || one.cycle === part.cycle) &&
      asList(Object.keys(properties(is.value(one.path, ['schema', 'properties'])))).includes(field),
  );
  const cycle = part.cycle === undefined ? {} : { cycle: part.cycle };
  return section && { sheet: part.id, section: section.id, field, like, ...cycle };
}

const properties = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});

const callsOf = (template: string): string[] =>
  tokensOf(template).flatMap(({ type, text }) => (type === 'call' ? [text] : []));

const nameOf = (call = ''): string | undefined =>
  /^\{\{(?:#with )?([\w.]+)\}\}$/.exec(call)?.[1]?.replaceAll('.', '/');
