/** The entry for servers that write validators for browsers in which code may not be compiled. */
import { _ } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import type { CategoryDefinition, Definition, JsonObject } from '#core/model/index.ts';
import { ajvFor, ajvForVerdicts } from './ajv.ts';
import { inputSection } from './input.ts';
import { formatsModule } from './module.ts';
import { projectSchema } from './schema/index.ts';
import { scopeOf } from './scope.ts';
import { validatorKey } from './section.ts';

/**
 * The validators of a definition as the text of one ES module: `export default (require) => validators by key`.
 * Give its default export `requireRuntime` and the result to `moduleValidators`. With `categoryId` only those of
 * that category and of its route's events. Throws when there is no such category.
 */
export function standaloneModule(definition: Definition, categoryId?: string): string {
  const schemas = schemasOf(definition, categoryId);
  return [
    'export default (require) => {',
    `const accepts = ${pass(schemas, false)};`,
    `const explains = ${pass(schemas, true)};`,
    'const pairs = {};',
    'for (const key of Object.keys(accepts)) pairs[key] = { accepts: accepts[key], explains: explains[key] };',
    'return pairs;',
    '};',
    '',
  ].join('\n');
}

function schemasOf(definition: Definition, categoryId: string | undefined): Record<string, JsonObject> {
  const categories = chosen(definition, categoryId);
  const routes = new Set(categories.map((category) => category.route));
  const events = definition.routes
    .filter((route) => routes.has(route.id))
    .flatMap((route) => Object.values(route.events));
  const sections = [...categories.flatMap((category) => category.sections), ...events.map(inputSection)];
  const scope = scopeOf(definition);
  const schemas = sections.map((section) => projectSchema(section, scope));
  return Object.fromEntries(schemas.map((schema) => [validatorKey(schema), schema]));
}

function chosen(definition: Definition, categoryId: string | undefined): CategoryDefinition[] {
  const concrete = definition.categories.filter((category) => category.abstract !== true);
  if (categoryId === undefined) return concrete;
  const found = concrete.filter((category) => category.id === categoryId);
  if (found.length === 0) throw new Error(`The definition has no category '${categoryId}'`);
  return found;
}

/** One pass over all schemas, in a function of its own so that its names meet no others. */
function pass(schemas: Record<string, JsonObject>, allErrors: boolean): string {
  const code = { source: true, lines: false, formats: _`require(${formatsModule})` };
  const ajv = allErrors ? ajvFor(true, { code }) : ajvForVerdicts(Object.values(schemas), { code });
  for (const [key, schema] of Object.entries(schemas)) ajv.addSchema(schema, key);
  const keys = Object.fromEntries(Object.keys(schemas).map((key) => [key, key]));
  return `((exports) => {${standalone.default(ajv, keys)};return exports;})({})`;
}
