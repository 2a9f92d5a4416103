import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { assemble } from '#core/assemble/index.ts';
import { isObject } from '#core/json/index.ts';
import { lint } from '#core/lint/index.ts';
import { createMemory } from '#core/memory/index.ts';
import type { DefinitionProblem, Json, JsonObject, SourceFile } from '#core/model/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';
import { readFolder } from '#server/load/index.ts';

const ROOTS = ['../fixtures/programmes', '../../definitions'];
const SAMPLE = 16;
/** Nothing has to name these: without one the programme is a smaller one, and still whole. */
const FREE = ['case', 'roster', 'demo', 'css', 'category', 'account', 'expression', 'codes'];

const programmes = ROOTS.map((root) => fileURLToPath(new URL(root, import.meta.url)))
  .filter((root) => existsSync(root))
  .flatMap((root) => readdirSync(root).map((name) => join(root, name)))
  .filter((path) => statSync(path).isDirectory());

/** The same sample every time. */
function sample<T>(items: T[]): T[] {
  let seed = 20_26;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  return items
    .map((item) => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, SAMPLE)
    .map(({ item }) => item);
}

/** Most files are the same in all mutations: what was found in them is not looked for again. */
const memory = createMemory();

function problemsOf(files: SourceFile[]): DefinitionProblem[] {
  return assemble(files, memory).flatMap((edition) => lint(edition, memory));
}

/** Problems that the untouched programme does not have. */
function newProblems(files: SourceFile[], known: DefinitionProblem[]): DefinitionProblem[] {
  const old = new Set(known.map((problem) => JSON.stringify(problem)));
  return problemsOf(files).filter((problem) => !old.has(JSON.stringify(problem)));
}

type Field = { file: string; section: string; name: string };

/** The fields of the first level of every section file that something else names. */
function namedFields(files: SourceFile[]): Field[] {
  return files
    .filter(({ path }) => identifyFile(path)?.kind === 'section')
    .flatMap(({ path, json }) => {
      const section = json as JsonObject;
      const names = Object.keys(propertiesOf(section) ?? {});
      return names
        .filter((name) => isNamed(section, name, files))
        .map((name) => ({ file: path, section: String(section.id), name }));
    });
}

function isNamed(section: JsonObject, name: string, files: SourceFile[]): boolean {
  const required = recordOf(section)?.required;
  if (Array.isArray(required) && required.includes(name)) return true;
  if (isObject(section.ui) && Object.hasOwn(section.ui, `/${name}`)) return true;
  return files.some(({ json }) =>
    JSON.stringify(json ?? null).includes(`"application.${String(section.id)}.${name}"`),
  );
}

function recordOf(section: JsonObject): JsonObject | undefined {
  const schema = section.kind === 'table' && isObject(section.schema) ? section.schema.items : section.schema;
  return isObject(schema) ? schema : undefined;
}

function propertiesOf(section: JsonObject): JsonObject | undefined {
  const properties = recordOf(section)?.properties;
  return isObject(properties) ? properties : undefined;
}

function renamed(files: SourceFile[], field: Field): SourceFile[] {
  return files.map((source) => {
    if (source.path !== field.file) return source;
    const json = structuredClone(source.json) as JsonObject;
    const properties = propertiesOf(json) ?? {};
    const { [field.name]: schema = null, ...others } = properties;
    for (const key of Object.keys(properties)) delete properties[key];
    Object.assign(properties, others, { [`${field.name}Renamed`]: schema satisfies Json });
    return { path: source.path, json };
  });
}

describe.each(programmes)('%s', async (path) => {
  const files = await readFolder(path);
  const known = problemsOf(files);

  it.each(
    sample(files.map((file) => file.path).filter((file) => !FREE.includes(identifyFile(file)?.kind ?? ''))),
  )('without %s it does not hold', (gone) => {
    const found = newProblems(
      files.filter((file) => file.path !== gone),
      known,
    );
    expect(found.length).toBeGreaterThan(0);
    for (const { file } of found) expect(file).not.toBe('');
  });

  it.each(sample(namedFields(files)))('does not hold with $name of $file renamed', (field) => {
    const found = newProblems(renamed(files, field), known);
    expect(found.some(({ message, pointer }) => `${message} ${pointer}`.includes(field.name))).toBe(true);
  });
});
