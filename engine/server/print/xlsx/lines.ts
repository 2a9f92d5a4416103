import { compileLogic, type LogicScope } from '#core/compile/logic/index.ts';
import { evaluate } from '#core/evaluate/index.ts';
import type {
  Application,
  CompiledEdition,
  CompiledLogic,
  Facts,
  Json,
  Logic,
  RosterColumn,
  RosterDefinition,
  RuleData,
} from '#core/model/index.ts';
import { masked } from '#server/crypto/index.ts';
import { codeOfPath } from './codes.ts';

export type RosterCase = { application: Application; facts: Facts; edition: CompiledEdition };
export type RosterLine = { kind: 'row' | 'subtotal'; cells: (string | number | null)[] };

type Reader = (data: RuleData, edition: CompiledEdition) => Json;

/** Compiles an expression once an edition: a queue may hold cases of several. */
function createReader(logic: Logic): Reader {
  const compiled = new Map<string, CompiledLogic>();
  return (data, edition) => {
    const known = compiled.get(edition.hash) ?? compileLogic(logic, scopeOf(edition));
    compiled.set(edition.hash, known);
    try {
      return known.run(data);
    } catch {
      return null;
    }
  };
}

function scopeOf(edition: CompiledEdition): LogicScope {
  const expressions = Object.fromEntries(
    edition.definition.expressions.map((expression) => [expression.id, expression]),
  );
  return { codes: edition.codes, expressions, timeZone: edition.definition.programme.timeZone };
}

function titleOfCode(
  { edition, application }: RosterCase,
  { rowsOf }: RosterDefinition,
  logic: Logic,
  value: Json,
): Json {
  const list = codeOfPath(edition, application.category, logic, rowsOf);
  const entry = list && edition.codes[list]?.entries.find((candidate) => candidate.code === value);
  return entry ? entry.title : value;
}

function toCell(column: RosterColumn, value: Json): string | number | null {
  if (value === null || value === undefined) return null;
  if (column.type === 'number') return typeof value === 'number' ? value : Number(value) || null;
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return column.mask ? masked(text) : text;
}

function dataOf({ edition, application, facts }: RosterCase): RuleData {
  return evaluate(edition, application, facts).data;
}

function rowsOf(roster: RosterDefinition, data: RuleData): RuleData[] {
  if (!roster.rowsOf) return [data];
  const answers = data.application as Record<string, Json>;
  const rows = answers[roster.rowsOf];
  return Array.isArray(rows) ? rows.map((row, index) => ({ ...data, row, index })) : [];
}

/**
 * The ids of these cases in an order that keeps those of one subtotal side by side, groups by their first case.
 * Nothing but ids is kept.
 */
export async function inGroups(
  roster: RosterDefinition,
  cases: AsyncIterable<{ id: string; one: RosterCase }>,
): Promise<string[]> {
  const read = createReader(roster.subtotalBy ?? null);
  const groups = new Map<string, string[]>();
  for await (const { id, one } of cases) {
    const group = JSON.stringify(read(dataOf(one), one.edition));
    groups.set(group, [...(groups.get(group) ?? []), id]);
  }
  return [...groups.values()].flat();
}

/** Adds up the columns that ask for it, and gives the line when the group changes. */
function createSubtotal(roster: RosterDefinition) {
  const sums = roster.columns.map(() => 0);
  return {
    add(cells: RosterLine['cells']): void {
      roster.columns.forEach((column, at) => {
        if (column.subtotal && typeof cells[at] === 'number') sums[at] = (sums[at] ?? 0) + cells[at];
      });
    },
    take(group: Json): RosterLine {
      const cells: RosterLine['cells'] = roster.columns.map((column, at) =>
        column.subtotal ? (sums[at] ?? 0) : null,
      );
      sums.fill(0);
      if (cells[0] === null) cells[0] = String(group ?? '');
      return { kind: 'subtotal', cells };
    },
  };
}

/**
 * The lines of a roster, one case at a time, so that memory stays flat however long the queue is.
 * @param cases - in the order in which they are to stand; `subtotalBy` expects equal values side by side
 */
export async function* rosterLines(
  roster: RosterDefinition,
  cases: AsyncIterable<RosterCase>,
): AsyncGenerator<RosterLine> {
  const readers = roster.columns.map((column) => createReader(column.value));
  const group = roster.subtotalBy === undefined ? null : createReader(roster.subtotalBy);
  const subtotal = createSubtotal(roster);
  let present: { group: Json } | null = null;
  for await (const one of cases) {
    const data = dataOf(one);
    const next = group?.(data, one.edition) ?? null;
    if (group && present && present.group !== next) yield subtotal.take(present.group);
    present = { group: next };
    for (const line of rowsOf(roster, data)) {
      const cells = roster.columns.map((column, at) => {
        const value = readers[at]?.(line, one.edition) ?? null;
        return toCell(column, titleOfCode(one, roster, column.value, value));
      });
      subtotal.add(cells);
      yield { kind: 'row', cells };
    }
  }
  if (group && present) yield subtotal.take(present.group);
}
