import { asObject, asText, pointer } from '#core/json/index.ts';
import type { Definition, Json, Logic } from '#core/model/index.ts';
import { beyond } from '#core/vocabulary/index.ts';
import type { Check } from '../../context.ts';

/** Operators that give one of their operands, or write them side by side. */
const PASSING = ['and', 'or', 'cat', 'merge'];
/** Operators that give what they evaluate for the elements of a list, or the elements. */
const GOING_THROUGH = ['map', 'filter', 'reduce'];

/** A column of a roster that gives the identifier of an organisation, which nobody can read. */
export const organisationColumn: Check = {
  code: 'organisation-column',
  run: ({ definition }) =>
    definition.rosters.flatMap(({ columns }, index) =>
      columns.flatMap(({ value }, column) => {
        const path = given(value).find((one) => isOrganisation(one, definition));
        return path === undefined
          ? []
          : [{ at: pointer('rosters', index, 'columns', column, 'value'), params: { path } }];
      }),
    ),
};

/** The paths whose values come out of the logic as they are. */
function given(logic: Logic): string[] {
  const [[name = '', operands = null] = []] = Object.entries(asObject(logic));
  const list: Json[] = Array.isArray(operands) ? operands : [operands];
  if (name === 'var') return list.slice(0, 1).flatMap((path) => asText(path) ?? []);
  if (name === 'if' || name === '?:')
    return list.filter((_one, at) => at % 2 === 1 || at === list.length - 1).flatMap(given);
  if (GOING_THROUGH.includes(name)) return givenThrough(name, list);
  return PASSING.includes(name) ? list.flatMap(given) : [];
}

/** Of a list as much as comes out again; of what is evaluated for its elements, what that reads around the list. */
function givenThrough(name: string, [over = null, body = null, first = null]: Json[]): string[] {
  const outside = given(body).flatMap((path) => beyond(path) ?? []);
  return [...(name === 'filter' ? given(over) : []), ...(name === 'reduce' ? given(first) : []), ...outside];
}

function isOrganisation(path: string, definition: Definition): boolean {
  if (path === 'unit.id' || path.startsWith('desks.')) return true;
  const [root = '', section = '', ...field] = path.split('.');
  if (root !== 'applicant' && root !== 'unit') return false;
  const known = definition.categories
    .filter(({ account }) => account !== undefined)
    .flatMap(({ sections }) => sections)
    .find(({ id }) => id === section);
  return known?.ui?.[pointer(...field)]?.widget === 'organisation';
}
