import { categoryOf, compileLogic, evaluating } from '#core/compile/index.ts';
import { atNoSection, resolveCategory, textOf, writerOf } from '#core/evaluate/index.ts';
import { asList, isObject, sumOf } from '#core/json/index.ts';
import type {
  Application,
  CompiledCategory,
  CompiledEdition,
  Facts,
  FieldSchema,
  Json,
  Logic,
  RosterColumn,
  RosterDefinition,
  RuleData,
} from '#core/model/index.ts';
import { dayIn, isDateTime, parseDate } from '#core/vocabulary/index.ts';
import { masked } from '#server/crypto/index.ts';
import { type ColumnScope, codeTitled, fieldOfPath, pathOf, readsSensitive } from './fields.ts';

/** A case as a roster reads it; `form`: as much of its form as columns and filters read, where that is known. */
export type RosterCase = {
  application: Application;
  facts: Facts;
  edition: CompiledEdition;
  form?: CompiledCategory;
};
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

/** How a column is written in one form, found once for all of its cases. */
type Written = {
  mask: boolean;
  /** It is the title of the state. */
  isState: boolean;
  titled: ReturnType<typeof codeTitled>;
  field: FieldSchema;
};

type Column = Pick<RosterColumn, 'value' | 'type' | 'number' | 'mask'>;

/**
 * How columns are written, by edition and category. Those are masked that say so, and those that read a sensitive field
 * and do not say that they show it.
 */
function createColumns({ rowsOf }: RosterDefinition, columns: Column[]): (one: RosterCase) => Written[] {
  const known = new Map<string, Written[]>();
  return ({ edition, application: { category } }) => {
    const key = `${edition.hash}/${category}`;
    const scope = { edition, category, rowsOf };
    const found = known.get(key) ?? columns.map((column) => writtenIn(scope, column));
    known.set(key, found);
    return found;
  };
}

function writtenIn(scope: ColumnScope, { value, number, mask }: Column): Written {
  const field = fieldOfPath(scope, value) ?? {};
  return {
    mask: mask ?? readsSensitive(scope, value),
    isState: pathOf(value) === 'case.title',
    titled: codeTitled(value),
    field: number === undefined ? field : { ...field, number },
  };
}

/**
 * A value as prints write it, in the language of the edition's view: codes, choices and the state by title. What is
 * counted or sorted as a day stays as it is.
 */
function write(
  { edition, facts }: RosterCase,
  { type = 'text' }: Column,
  { isState, titled, field }: Written,
  { value, data }: { value: Json; data: RuleData },
): Json {
  if (type !== 'text' || value === null) return value;
  if (isState) return facts.stateTitle ?? value;
  if (titled) return titleOf(edition, titled.list, read(titled.code, data, edition)) ?? value;
  return textOf(field, value, writerOf(edition)) || null;
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

const computed = new WeakMap<RosterCase, RuleData>();

/** What columns and filters read of a case, computed once. */
export function dataOf(one: RosterCase): RuleData {
  const known = computed.get(one) ?? atNoSection(resolvedOf(one));
  computed.set(one, known);
  return known;
}

const resolvedOf = ({ edition, application, facts, form }: RosterCase): ReturnType<typeof resolveCategory> =>
  resolveCategory(edition, form ?? categoryOf(edition, application.category), application, facts);

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
  { columns }: RosterDefinition,
  one: RosterCase,
  data: RuleData,
  written: Written[],
): RosterLine['cells'] {
  return columns.map((column, at): RosterLine['cells'][number] => {
    const how = written[at];
    if (how === undefined) return null;
    const text = write(one, column, how, { value: read(column.value, data, one.edition), data });
    return toCell(column, how.mask, text, one.edition.scope.timeZone);
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
  const { columns, subtotalBy } = roster;
  const subtotal = createSubtotal(roster);
  const group: Column = { value: subtotalBy ?? null };
  const columnsOf = createColumns(roster, [...columns, group]);
  let present: { group: Json; title: Json } | null = null;
  for await (const one of cases) {
    const data = dataOf(one);
    const next = subtotalBy === undefined ? null : read(subtotalBy, data, one.edition);
    if (subtotalBy !== undefined && present && present.group !== next) yield subtotal.take(present.title);
    const written = columnsOf(one);
    const how = written.at(-1);
    present = { group: next, title: how ? write(one, group, how, { value: next, data }) : next };
    const lines = evaluating(one.edition.scope, () =>
      rowsOf(roster, data).map((line) => cellsOf(roster, one, line, written)),
    );
    for (const cells of lines) {
      subtotal.add(cells);
      yield { kind: 'row', cells };
    }
  }
  if (subtotalBy !== undefined && present) yield subtotal.take(present.title);
}
