import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition, interpretedValidators } from '#core/compile/index.ts';
import { asList, isObject } from '#core/json/index.ts';
import { compileSchema } from '#core/json-schema/index.ts';
import type { CompiledEdition, Json, JsonObject, LoadedEdition } from '#core/model/index.ts';
import { openCase } from '#core/validate/index.ts';
import { commonSchema, identifyFile, metaSchemas } from '#core/vocabulary/index.ts';
import { loadProgramme } from '#server/load/index.ts';
import { folders } from '../draft/folders.ts';
import { essence } from './essence.ts';

const editions = await Promise.all(folders.map((folder) => loadProgramme(folder)));
const all: [string, LoadedEdition][] = editions
  .flat()
  .map((loaded) => [`${loaded.definition.programme.id} ${loaded.definition.edition.id}`, loaded]);

/** The value, and the same with each of its parts on the first levels gone or of another kind. */
function* spoilt(value: Json, depth: number): Generator<Json> {
  yield value;
  yield value === null ? 1 : null;
  yield typeof value === 'string' ? [value] : 'x';
  if (depth === 0) return;
  if (Array.isArray(value)) {
    yield [...value, ...value];
    for (const [index, part] of value.slice(0, 3).entries())
      for (const other of spoilt(part, depth - 1)) yield value.with(index, other);
  }
  if (!isObject(value)) return;
  yield { ...value, foreign: 1 };
  for (const [key, part] of Object.entries(value)) {
    const { [key]: _gone, ...rest } = value;
    yield rest;
    for (const other of spoilt(part, depth - 1)) yield { ...value, [key]: other };
  }
}

describe.each(all)('%s', (_name, { definition, files }) => {
  it('has sections that refuse the same answers for the same reasons, compiled or interpreted', () => {
    const compiled = compileEdition(definition, { validators: ajvValidators() });
    const interpreted = compileEdition(definition, { validators: interpretedValidators() });
    const sections = definition.cases.flatMap((example) => {
      const { application } = openCase(compiled, example, definition.cases);
      return Object.entries(application.sections).map(([id, value]) => ({
        category: example.category,
        id,
        value,
      }));
    });
    const seen = new Map<string, number>();
    let compared = 0;
    for (const { category, id, value } of sections) {
      const pair = [compiled, interpreted].map((edition) => sectionOf(edition, category, id));
      const [one, other] = pair;
      if (!one || !other) continue;
      const times = seen.get(one.id) ?? 0;
      seen.set(one.id, times + 1);
      // Every answer as it is; two of each section also spoilt everywhere.
      for (const answers of spoilt(value as Json, times < 2 ? 2 : 0)) {
        compared += 1;
        if (one.accepts(answers) !== other.accepts(answers) || !one.accepts(answers))
          expect(explained(other, answers)).toEqual(explained(one, answers));
      }
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('has files whose faults are the same, compiled or interpreted', () => {
    const ajv = new Ajv({ allErrors: true, strict: false, ownProperties: true }).addSchema(commonSchema);
    const metas = Object.entries(metaSchemas).map(([kind, schema]): [string, ReturnType<typeof pairOf>] => [
      kind,
      pairOf(ajv, schema),
    ]);
    const byKind = new Map(metas);
    const kinds = new Map<string, number>();
    for (const { path, json } of files) {
      const kind = identifyFile(path)?.kind ?? '';
      const pair = byKind.get(kind);
      const many = kinds.get(kind) ?? 0;
      if (!pair || json === undefined || many >= 2) continue;
      kinds.set(kind, many + 1);
      for (const value of spoilt(json, 2)) expect(pair.interpreted(value)).toEqual(pair.compiled(value));
    }
    expect(kinds.size).toBeGreaterThan(8);
  });
});

function sectionOf(edition: CompiledEdition, category: string | undefined, id: string) {
  return edition.categories[category ?? '']?.bySection[id];
}

function explained(section: NonNullable<ReturnType<typeof sectionOf>>, answers: Json) {
  return section.explains(answers) ? [] : asList((section.explains.errors ?? []).map(essence) as Json[]);
}

function pairOf(ajv: Ajv, schema: JsonObject) {
  const validate = ajv.compile(schema);
  const { errorsOf } = compileSchema(schema, { documents: [commonSchema] });
  return {
    compiled: (value: Json) => (validate(value) ? [] : (validate.errors ?? []).map(essence)),
    interpreted: (value: Json) => errorsOf(value).map(essence),
  };
}
