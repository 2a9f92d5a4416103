import { asText, isObject, type Json } from '#core/json/index.ts';
import { partsOf, type Reading } from './parts.ts';

/** The fields that are answered from a code list: of all sections, `/` between the steps of nested ones. */
export function codeFields(files: Reading, list: string): { section: string; field: string }[] {
  return partsOf(files)
    .filter(({ kind }) => kind === 'section')
    .flatMap(({ path, id }) => {
      const record = files.value(path, ['schema', 'items']) ?? files.value(path, ['schema']);
      return fieldsIn(record, [], list).map((field) => ({ section: id, field: field.join('/') }));
    });
}

function fieldsIn(schema: Json | undefined, way: string[], list: string): string[][] {
  if (!isObject(schema)) return [];
  if (asText(schema.code) === list) return [way];
  const properties = isObject(schema.properties) ? Object.entries(schema.properties) : [];
  return properties.flatMap(([name, inner]) => fieldsIn(inner, [...way, name], list));
}
