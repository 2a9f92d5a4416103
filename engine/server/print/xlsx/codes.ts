import { fieldNamed } from '#core/form/index.ts';
import { isObject, pointer } from '#core/json/index.ts';
import type { CategoryDefinition, CompiledEdition, Logic } from '#core/model/index.ts';

/**
 * The code list of the field that a plain `var` names, or null: so that a roster shows titles, not codes.
 * @param rowsOf - the table whose rows are read as `row`, where the roster writes one line a row
 */
export function codeOfPath(
  edition: CompiledEdition,
  category: string,
  logic: Logic,
  rowsOf?: string,
): string | null {
  const path = pathOf(logic);
  if (!path) return null;
  const [scope, section = '', ...fields] = path.split('.');
  if (scope === 'row' && rowsOf !== undefined)
    return codeIn(edition.categories[category]?.definition, rowsOf, [section, ...fields]);
  if (scope === 'application') return codeIn(edition.categories[category]?.definition, section, fields);
  if (scope === 'applicant' || scope === 'unit') return codeInAccounts(edition, section, fields);
  return null;
}

function pathOf(logic: Logic): string | null {
  if (!isObject(logic)) return null;
  const path = Array.isArray(logic.var) ? logic.var[0] : logic.var;
  return typeof path === 'string' ? path : null;
}

function codeInAccounts(edition: CompiledEdition, section: string, fields: string[]): string | null {
  const accounts = Object.values(edition.categories).filter(({ definition }) => definition.account);
  for (const { definition } of accounts) {
    const code = codeIn(definition, section, fields) ?? codeOfAttribute(definition, section);
    if (code) return code;
  }
  return null;
}

function codeOfAttribute(definition: CategoryDefinition, attribute: string): string | null {
  const pointer = definition.account?.attributes?.[attribute];
  if (!pointer) return null;
  const [, section = '', ...fields] = pointer.split('/');
  return codeIn(definition, section, fields);
}

function codeIn(
  definition: CategoryDefinition | undefined,
  section: string,
  fields: string[],
): string | null {
  return fieldNamed(definition?.sections ?? [], pointer(section, ...fields))?.code ?? null;
}
