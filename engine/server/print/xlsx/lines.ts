import { compileLogic, evaluating } from '#core/compile/logic/index.ts';
import { atNoSection, resolveAnswers, textOf, writerOf } from '#core/evaluate/index.ts';
import { asList, isObject, sumOf } from '#core/json/index.ts';
import type {
  Application,
  CompiledEdition,
  Facts,
  Json,
  Logic,
  RosterColumn,
  RosterDefinition,
  RuleData,
} from '#core/model/index.ts';
import { dayIn, isDateTime, parseDate } from '#core/vocabulary/index.ts';
import { masked } from '#server/crypto/index.ts';
import { codeTitled, fieldOfPath, pathOf, readsSensitive } from './fields.ts';

/** A case as a roster reads it. */
export type RosterCase = { application: Application; facts: Facts; edition: CompiledEdition };
/** A line of the worksheet. */
export type RosterLine = { kind: 'row' | 'subtotal'; cells: (string | number | Date | null)[] };

/** Excel knows no day before. */
const FIRST_YEAR = 1901;

/** What an expression gives; null where it cannot be computed. A queue may hold cases of several editions. */
function read(logic: Logic, data: RuleData, edition: CompiledEdition): Json {
  try {
    return compileLogic(logic, edition.scope).run(data);
  } catch {
    return null;
  }
}

/**
 * A value as prints write it, in the language of the edition's view: codes, choices and the state by title. What is
 * counted or sorted as a day stays as it is.
 */
function written(
  { edition, application, facts }: RosterCase,
  { rowsOf }: RosterDefinition,
  { value: logic, type = 'text', number }: Pick<RosterColumn, 'value' | 'type' | 'number'>,
  { value, data }: { value: Json; data: RuleData },
): Json {
  if (type !== 'text' || value === null) return value;
  if (pathOf(logic) === 'case.title') return facts.stateTitle ?? value;
  const titled = codeTitled(logic);
  if (titled) return titleOf(edition, titled.list, read(titled.code, data, edition)) ?? value;
  const field = fieldOfPath({ edition, category: application.category, rowsOf }, logic) ?? {};
  const numbered = number === undefined ? field : { ...field, number };
  return textOf(numbered, value, writerOf(edition)) || null;
}

function titleOf({ codes }: CompiledEdition, list: string, code: Json): string | undefined {
  return codes[list]?.entries.find((entry) => entry.code === code)?.title;
}

function toCell(
  { type }: RosterColumn,
  hides: boolean,
  value: Json,
  timeZone: string,
): RosterLine['cells'][number] {
  if (value === null || value === undefined) return null;
  if (type === 'number' && !hides) return typeof value === 'number' ? value : Number(value) || null;
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (hides) return masked(text);
  return (type === 'date' && dayOf(text, timeZone)) || text;
}

/** The day as Excel counts them; null for what is none, such as a month or the word for "there is none". */
function dayOf(text: string, timeZone: string): Date | null {
  const date = isDateTime(text) ? dayIn(text, timeZone) : parseDate(text);
  return date?.day && date.year >= FIRST_YEAR
    ? new Date(Date.UTC(date.year, date.month - 1, date.day))
    : null;
}

/**
 * Which columns are masked, by edition and category: those that say so, and those that read a sensitive field and do
 * not say that they show it.
 */
function createMasks({ columns, rowsOf }: RosterDefinition): (one: RosterCase) => boolean[] {
  const known = new Map<string, boolean[]>();
  return ({ edition, application: { category } }) => {
    const key = `${edition.hash}/${category}`;
    const masks =
      known.get(key) ??
      columns.map(({ mask, value }) => mask ?? readsSensitive({ edition, category, rowsOf }, value));
    known.set(key, masks);
    return masks;
  };
}

function dataOf({ edition, application, facts }: RosterCase): RuleData {
  return atNoSection(resolveAnswers(edition, application, facts));
}

function rowsOf(roster: RosterDefinition, data: RuleData): RuleData[] {
  if (!roster.rowsOf) return [data];
  const rows = asList(data.application[roster.rowsOf]).filter(isObject);
  return rows.map((row, index) => ({ ...data, row, index }));
}

/**
 * The ids of these cases in an order that keeps those of one subtotal side by side, groups by their first case.
 * Nothing but ids is kept.
 */
export async function inGroups(
  roster: RosterDefinition,
  cases: AsyncIterable<{ id: string; one: RosterCase }>,
): Promise<string[]> {
  const groups = new Map<string, string[]>();
  for await (const { id, one } of cases) {
    const group = JSON.stringify(read(roster.subtotalBy ?? null, dataOf(one), one.edition));
    const members = groups.get(group) ?? [];
    members.push(id);
    groups.set(group, members);
  }
  return [...groups.values()].flat();
}

function cellsOf(
  roster: RosterDefinition,
  one: RosterCase,
  line: RuleData,
  masks: boolean[],
): RosterLine['cells'] {
  return roster.columns.map((column, at) => {
    const value = read(column.value, line, one.edition);
    const text = written(one, roster, column, { value, data: line });
    return toCell(column, masks[at] ?? true, text, one.edition.scope.timeZone);
  });
}

/** Adds up the columns that ask for it, and gives the line when the group changes. */
function createSubtotal(roster: RosterDefinition) {
  const sums = roster.columns.map(() => 0);
  return {
    add(cells: RosterLine['cells']): void {
      roster.columns.forEach((column, at) => {
        if (column.subtotal && typeof cells[at] === 'number') sums[at] = sumOf([sums[at] ?? 0, cells[at]]);
      });
    },
    take(title: Json): RosterLine {
      const cells: RosterLine['cells'] = roster.columns.map((column, at) =>
        column.subtotal ? (sums[at] ?? 0) : null,
      );
      sums.fill(0);
      if (cells[0] === null) cells[0] = String(title ?? '');
      return { kind: 'subtotal', cells };
    },
  };
}

/**
 * The lines of a roster, one case at a time, so that memory does not grow with the queue.
 * @param cases - in the order in which they are to stand; `subtotalBy` expects equal values side by side
 */
export async function* rosterLines(
  roster: RosterDefinition,
  cases: AsyncIterable<RosterCase>,
): AsyncGenerator<RosterLine> {
  const { subtotalBy } = roster;
  const subtotal = createSubtotal(roster);
  const masksOf = createMasks(roster);
  let present: { group: Json; title: Json } | null = null;
  for await (const one of cases) {
    const data = dataOf(one);
    const next = subtotalBy === undefined ? null : read(subtotalBy, data, one.edition);
    if (subtotalBy !== undefined && present && present.group !== next) yield subtotal.take(present.title);
    present = {
      group: next,
      title: written(one, roster, { value: subtotalBy ?? null }, { value: next, data }),
    };
    const masks = masksOf(one);
    const lines = evaluating(one.edition.scope, () =>
      rowsOf(roster, data).map((line) => cellsOf(roster, one, line, masks)),
    );
    for (const cells of lines) {
      subtotal.add(cells);
      yield { kind: 'row', cells };
    }
  }
  if (subtotalBy !== undefined && present) yield subtotal.take(present.title);
}
