import { compileLogic, evaluating } from '#core/compile/index.ts';
import { atNoSection, isFilled, type ResolvedAnswers, timelessRevision } from '#core/evaluate/index.ts';
import { asList, isObject } from '#core/json/index.ts';
import type {
  Application,
  CompiledEdition,
  Json,
  Logic,
  RosterDefinition,
  RuleData,
} from '#core/model/index.ts';

/** What comes out of an application: the revision of each of its sheets, and which columns of rosters have a value. */
export type Outputs = { sheets: Record<string, string>; columns: OutputColumn[] };

/** A column has no id: it is known by its title. */
export type OutputColumn = { roster: string; title: string; isFilled: boolean };

/** What an edition makes of an application that is resolved under it. */
export function outputsOf(
  edition: CompiledEdition,
  resolved: ResolvedAnswers,
  application: Application,
): Outputs {
  const { sheets = [], route } = resolved.category.definition;
  const rosters = Object.values(edition.rosters).filter((roster) => roster.route === route);
  return evaluating(edition.scope, () => {
    const data = atNoSection(resolved);
    return {
      sheets: Object.fromEntries(
        sheets.map((id) => [id, timelessRevision(edition, resolved, application, id)]),
      ),
      columns: rosters.flatMap((roster) => rosterColumns(edition, roster, data)),
    };
  });
}

/** Of a roster of rows, a column has a value where one of its rows has. */
function rosterColumns(
  edition: CompiledEdition,
  { id, columns, rowsOf }: RosterDefinition,
  data: RuleData,
): OutputColumn[] {
  const lines = rowsOf === undefined ? [data] : linesOf(data, rowsOf);
  return columns.map(({ title, value }) => ({
    roster: id,
    title,
    isFilled: lines.some((line) => isFilled(read(edition, value, line))),
  }));
}

const linesOf = (data: RuleData, section: string): RuleData[] =>
  asList(data.application[section])
    .filter(isObject)
    .map((row, index) => ({ ...data, row, index }));

/** What cannot be computed is empty, as in the roster itself. */
function read({ scope }: CompiledEdition, logic: Logic, data: RuleData): Json {
  try {
    return compileLogic(logic, scope).run(data);
  } catch {
    return null;
  }
}

/** Sheets of both editions that show something else of the application under the second. */
export const changedSheets = (before: Outputs, after: Outputs): string[] =>
  Object.keys(after.sheets).filter(
    (id) => Object.hasOwn(before.sheets, id) && before.sheets[id] !== after.sheets[id],
  );

/** Columns of both editions that had a value under the first and have none under the second. */
export function blankColumns(before: Outputs, after: Outputs): OutputColumn[] {
  const keyOf = ({ roster, title }: OutputColumn): string => `${roster}\n${title}`;
  const known = new Set(before.columns.filter((one) => one.isFilled).map(keyOf));
  return after.columns.filter((one) => !one.isFilled && known.has(keyOf(one)));
}
