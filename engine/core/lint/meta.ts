import { Ajv, type ErrorObject } from 'ajv';
import { asObject, isObject, pointer, valueAtPointer } from '#core/json/index.ts';
import type { Json, LoadedEdition, Origin, SourceFile } from '#core/model/index.ts';
import { commonSchema, identifyFile, metaSchemas } from '#core/vocabulary/index.ts';
import type { Finding } from './context.ts';
import { meantHint } from './nearest.ts';

/** What the meta-schemas say of a file. */
type ShapeCode = 'unknown-key' | 'missing-key' | 'wrong-type' | 'wrong-value';
type ShapeFault = Finding & { code: ShapeCode };

/** `if` and `propertyNames` only repeat that something below them failed, which is reported itself. */
const ECHOES = ['if', 'propertyNames'];
const KNOWN = new WeakMap<LoadedEdition, ShapeFault[]>();

const ajv = new Ajv({ allErrors: true, strict: false, verbose: true, ownProperties: true });
ajv.addSchema(commonSchema);
const validators = new Map(Object.entries(metaSchemas).map(([kind, schema]) => [kind, ajv.compile(schema)]));

/** Everything in which the files of an edition are not what the language knows; computed once an edition. */
export function shapeFaults(loaded: LoadedEdition): ShapeFault[] {
  const known = KNOWN.get(loaded);
  if (known) return known;
  const faults = [...loaded.files.flatMap(ofFile), ...ofOverlaid(loaded)];
  KNOWN.set(loaded, faults);
  return faults;
}

function ofFile(file: SourceFile): ShapeFault[] {
  const kind = identifyFile(file.path)?.kind;
  if (kind === undefined || !isObject(file.json)) return [];
  return checkShape(kind, file.json, (at) => ({ file: file.path, pointer: at }));
}

/** Overlays are pieces; what they say is checked where they have made a whole category or section. */
function ofOverlaid({ definition, locate }: LoadedEdition): ShapeFault[] {
  return definition.categories.flatMap(({ id, menus, pages, rules, sections }, index) => {
    const at = pointer('categories', index);
    const lists = JSON.parse(JSON.stringify({ id, menus, pages, rules })) as Json;
    return [
      ...checkShape('category', lists, (inside) => locate(at + inside)),
      ...sections.flatMap((section, position) =>
        checkShape('section', section as unknown as Json, (inside) =>
          locate(at + pointer('sections', position) + inside),
        ),
      ),
    ];
  });
}

function checkShape(kind: string, value: Json, place: (at: string) => Origin): ShapeFault[] {
  const validate = validators.get(kind);
  if (!validate || validate(value)) return [];
  const errors = (validate.errors ?? []).filter((error) => !ECHOES.includes(error.keyword));
  return errors.map((error) => faultOf(error, value, place));
}

function faultOf(error: ErrorObject, value: Json, place: (at: string) => Origin): ShapeFault {
  const { keyword, instancePath, params } = error;
  if (keyword === 'additionalProperties') return unknownKey(error, place);
  if (keyword === 'required') {
    const key = String(params.missingProperty);
    return { code: 'missing-key', at: place(instancePath), params: { key } };
  }
  if (keyword === 'type') {
    const found = valueAtPointer(value, instancePath);
    return {
      code: 'wrong-type',
      at: place(instancePath),
      params: { wanted: [params.type].flat().map(String), found: kindOf(found) },
    };
  }
  const name = error.propertyName === undefined ? '' : pointer(error.propertyName);
  return {
    code: 'wrong-value',
    at: place(instancePath + name),
    ...valueFault(error),
  };
}

function unknownKey(
  { instancePath, params, parentSchema }: ErrorObject,
  place: (at: string) => Origin,
): ShapeFault {
  const key = String(params.additionalProperty);
  return {
    code: 'unknown-key',
    at: place(instancePath + pointer(key)),
    params: { key },
    ...meantHint(key, Object.keys(asObject(asObject(parentSchema as Json).properties))),
  };
}

function valueFault({
  keyword,
  params,
  propertyName,
  data,
}: ErrorObject): Pick<Finding, 'sentence' | 'params' | 'hint'> {
  const found =
    propertyName === undefined ? (JSON.stringify(data) ?? '').slice(0, 60) : JSON.stringify(propertyName);
  if (keyword === 'enum') {
    const known = (params.allowedValues as Json[]).map(String);
    return { sentence: 'wrong-value.enum', params: { found, known }, ...meantHint(String(data), known) };
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
