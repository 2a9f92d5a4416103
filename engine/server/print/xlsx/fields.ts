import { readPaths } from '#core/compile/index.ts';
import { fieldNamed, type OwnChoice, ownChoices } from '#core/form/index.ts';
import { isObject, pointer } from '#core/json/index.ts';
import type {
  CategoryDefinition,
  CompiledEdition,
  FieldSchema,
  Logic,
  RosterColumn,
  RosterDefinition,
} from '#core/model/index.ts';

/** Where a column stands: its edition, the category of the case, the table whose rows are read as `row`. */
export type ColumnScope = { edition: CompiledEdition; category: string; rowsOf?: string | undefined };

/** The field that a plain `var` names, one with titles first: so that a roster writes its value as prints do. */
export function fieldOfPath(scope: ColumnScope, logic: Logic): FieldSchema | undefined {
  const path = pathOf(logic);
  const fields = path === null ? [] : fieldsOf(scope, path);
  return fields.find(({ code, oneOf, words }) => code ?? oneOf ?? words) ?? fields[0];
}

/** The list and the code of logic that gives the title of a code: `{ "code": [list, code, "title"] }`. */
export function codeTitled(logic: Logic): { list: string; code: Logic } | undefined {
  const [list, code = null, attribute] = isObject(logic) && Array.isArray(logic.code) ? logic.code : [];
  return typeof list === 'string' && attribute === 'title' ? { list, code } : undefined;
}

/** What the field that a filter of a roster reads offers by itself, in the forms of its route; undefined: nothing. */
export function filterChoices(
  edition: CompiledEdition,
  { route, rowsOf }: RosterDefinition,
  logic: Logic,
): OwnChoice[] | undefined {
  const forms = Object.values(edition.categories).filter(({ definition }) => definition.route === route);
  const offered = forms.flatMap(({ definition: { id: category } }) =>
    ownChoices(fieldOfPath({ edition, category, rowsOf }, logic) ?? {}),
  );
  const known = offered.filter((choice) => choice !== undefined);
  return known.length === 0 ? undefined : known;
}

/** How the numbers of a column are written: as it says itself, else as the field does that a plain `var` names. */
function numberPattern(scope: ColumnScope, { number, value }: RosterColumn): string | undefined {
  if (number !== undefined) return number;
  const path = pathOf(value);
  return path === null ? undefined : fieldsOf(scope, path).find((field) => field.number)?.number;
}

/** The patterns of the columns of a roster, or of another list: of a field of several forms, the first that has one. */
export function numberPatterns(
  edition: CompiledEdition,
  { columns, route, rowsOf }: Pick<RosterDefinition, 'columns' | 'route' | 'rowsOf'>,
): (string | undefined)[] {
  const forms = Object.values(edition.categories).filter(({ definition }) => definition.route === route);
  return columns.map((column) => {
    const found = forms.map(({ definition }) =>
      numberPattern({ edition, category: definition.id, rowsOf }, column),
    );
    return found.find((pattern) => pattern !== undefined);
  });
}

/** Whether an expression reads a field that is `sensitive`, also through the expressions that it uses. */
export function readsSensitive(scope: ColumnScope, logic: Logic): boolean {
  return readPaths(logic, scope.edition.scope.expressions).some((path) =>
    fieldsOf(scope, path).some(({ sensitive }) => sensitive),
  );
}

/** The path of a plain `var`. */
export function pathOf(logic: Logic): string | null {
  if (!isObject(logic)) return null;
  const path = Array.isArray(logic.var) ? logic.var[0] : logic.var;
  return typeof path === 'string' ? path : null;
}

/** The fields that a path may mean; of accounts there are several forms. */
function fieldsOf({ edition, category, rowsOf }: ColumnScope, path: string): FieldSchema[] {
  const [scope, section = '', ...fields] = path.split('.');
  const own = [edition.categories[category]?.definition].filter((one) => one !== undefined);
  if (scope === 'row' && rowsOf !== undefined) return fieldsIn(own, pointer(rowsOf, section, ...fields));
  if (scope === 'application') return fieldsIn(own, pointer(section, ...fields));
  if (scope !== 'applicant' && scope !== 'unit') return [];
  const accounts = Object.values(edition.categories).flatMap(({ definition }) =>
    definition.account ? [definition] : [],
  );
  const attributes = accounts.flatMap(({ account }) => account?.attributes?.[section] ?? []);
  return [pointer(section, ...fields), ...attributes].flatMap((at) => fieldsIn(accounts, at));
}

const fieldsIn = (categories: CategoryDefinition[], at: string): FieldSchema[] =>
  categories.flatMap(({ sections }) => fieldNamed(sections, at) ?? []);
