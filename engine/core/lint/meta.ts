import { asObject, isObject, pointer, valueAtPointer } from '#core/json/index.ts';
import { compileSchema, type SchemaError } from '#core/json-schema/index.ts';
import type { Memory } from '#core/memory/index.ts';
import type { CategoryDefinition, Json, LoadedEdition, Origin, SourceFile } from '#core/model/index.ts';
import { commonSchema, identifyFile, metaSchemas } from '#core/vocabulary/index.ts';
import type { Finding, LintContext } from './context.ts';
import { meantHint } from './nearest.ts';

/** What the meta-schemas say of a file. */
type ShapeCode = 'unknown-key' | 'missing-key' | 'wrong-type' | 'wrong-value';
type ShapeFault = Finding & { code: ShapeCode };

/** `if` and `propertyNames` only repeat that something below them failed, which is reported itself. */
const ECHOES = ['if', 'propertyNames'];
const KNOWN = new WeakMap<LoadedEdition, ShapeFault[]>();

const validators = new Map(
  Object.entries(metaSchemas).map(([kind, schema]) => [
    kind,
    compileSchema(schema, { documents: [commonSchema] }),
  ]),
);

/** Everything in which the files of an edition are not what the language knows; computed once an edition. */
export function shapeFaults({ loaded, memory }: Pick<LintContext, 'loaded' | 'memory'>): ShapeFault[] {
  const known = KNOWN.get(loaded);
  if (known) return known;
  const faults = [...loaded.files.flatMap((file) => ofFile(file, memory)), ...ofOverlaid(loaded, memory)];
  KNOWN.set(loaded, faults);
  return faults;
}

function ofFile(file: SourceFile, memory: Memory): ShapeFault[] {
  const kind = identifyFile(file.path)?.kind;
  const { json } = file;
  if (kind === undefined || !isObject(json)) return [];
  const faults = memory.once(file, 'shape', [], () => checkShape(kind, json));
  return faults.map((fault) => placed(fault, (at) => ({ file: file.path, pointer: at })));
}

/** Overlays are pieces; what they say is checked where they have made a whole category or section. */
function ofOverlaid({ definition, locate }: LoadedEdition, memory: Memory): ShapeFault[] {
  return definition.categories.flatMap((category, index) => {
    const at = pointer('categories', index);
    const whole = memory.once(category, 'shape', [], () => checkShape('category', listsOf(category)));
    const sections = category.sections.flatMap((section, position) => {
      const faults = memory.once(section, 'shape', [], () =>
        checkShape('section', section as unknown as Json),
      );
      return faults.map((fault) =>
        placed(fault, (inside) => locate(at + pointer('sections', position) + inside)),
      );
    });
    return [...whole.map((fault) => placed(fault, (inside) => locate(at + inside))), ...sections];
  });
}

/** What overlays change of a category besides its sections. */
function listsOf({ id, menus, pages, rules }: CategoryDefinition): Json {
  return JSON.parse(JSON.stringify({ id, menus, pages, rules })) as Json;
}

/** A fault, placed inside of what was checked. */
type InnerFault = Omit<ShapeFault, 'at'> & { at: string };

function placed(fault: InnerFault, place: (at: string) => Origin): ShapeFault {
  return { ...fault, at: place(fault.at) };
}

function checkShape(kind: string, value: Json): InnerFault[] {
  const errors = validators.get(kind)?.errorsOf(value) ?? [];
  return errors.filter((error) => !ECHOES.includes(error.keyword)).map((error) => faultOf(error, value));
}

function faultOf(error: SchemaError, value: Json): InnerFault {
  const { keyword, instancePath, params } = error;
  if (keyword === 'additionalProperties') return unknownKey(error);
  if (keyword === 'required') {
    const key = String(params.missingProperty);
    return { code: 'missing-key', at: instancePath, params: { key } };
  }
  if (keyword === 'type') {
    const found = valueAtPointer(value, instancePath);
    return {
      code: 'wrong-type',
      at: instancePath,
      params: { wanted: [params.type].flat().map(String), found: kindOf(found) },
    };
  }
  const name = error.propertyName === undefined ? '' : pointer(error.propertyName);
  return {
    code: 'wrong-value',
    at: instancePath + name,
    ...valueFault(error),
  };
}

function unknownKey({ instancePath, params, schema }: SchemaError): InnerFault {
  const key = String(params.additionalProperty);
  return {
    code: 'unknown-key',
    at: instancePath + pointer(key),
    params: { key },
    ...meantHint(key, Object.keys(asObject(schema.properties))),
  };
}

function valueFault({
  keyword,
  params,
  propertyName,
  value,
}: SchemaError): Pick<Finding, 'sentence' | 'params' | 'hint'> {
  const found =
    propertyName === undefined ? (JSON.stringify(value) ?? '').slice(0, 60) : JSON.stringify(propertyName);
  if (keyword === 'enum') {
    const known = (params.allowedValues as Json[]).map(String);
    return { sentence: 'wrong-value.enum', params: { found, known }, ...meantHint(String(value), known) };
  }
  if (keyword === 'const')
    return { sentence: 'wrong-value.const', params: { found, wanted: JSON.stringify(params.allowedValue) } };
  if (keyword === 'pattern')
    return { sentence: 'wrong-value.pattern', params: { found, pattern: String(params.pattern) } };
  const limit = Number(params.limit);
  if (/^(min|exclusiveMin)/.test(keyword)) return { sentence: 'wrong-value.least', params: { found, limit } };
  if (/^(max|exclusiveMax)/.test(keyword)) return { sentence: 'wrong-value.most', params: { found, limit } };
  return { params: { found, keyword } };
}

/** The type of a value, in the words of JSON Schema. */
function kindOf(value: Json | undefined): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}
