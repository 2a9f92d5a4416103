import { Ajv, type ErrorObject } from 'ajv';
import { asObject, isObject, pointer, valueAtPointer } from '#core/json/index.ts';
import type { Json, LoadedEdition, Origin, SourceFile } from '#core/model/index.ts';
import { commonSchema, identifyFile, metaSchemas } from '#core/vocabulary/index.ts';
import { nearest } from './nearest.ts';

/** What the meta-schemas say of a file. */
type ShapeCode = 'unknown-key' | 'missing-key' | 'wrong-type' | 'wrong-value';
type ShapeFault = { code: ShapeCode; at: Origin; message: string; hint?: string | undefined };

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
    return { code: 'missing-key', at: place(instancePath), message: `"${key}" is missing here` };
  }
  if (keyword === 'type') {
    const found = valueAtPointer(value, instancePath);
    return {
      code: 'wrong-type',
      at: place(instancePath),
      message: `This must be ${wordsFor(params.type)}, not ${kindOf(found)}`,
    };
  }
  const name = error.propertyName === undefined ? '' : pointer(error.propertyName);
  return {
    code: 'wrong-value',
    at: place(instancePath + name),
    message: sentenceFor(error),
    hint: hintFor(error),
  };
}

function unknownKey(
  { instancePath, params, parentSchema }: ErrorObject,
  place: (at: string) => Origin,
): ShapeFault {
  const key = String(params.additionalProperty);
  const meant = nearest(key, Object.keys(asObject(asObject(parentSchema as Json).properties)));
  return {
    code: 'unknown-key',
    at: place(instancePath + pointer(key)),
    message: `The language has no key "${key}" here`,
    ...(meant === undefined ? {} : { hint: `"${meant}" may be meant` }),
  };
}

function sentenceFor({ keyword, params, propertyName, data }: ErrorObject): string {
  const what = propertyName === undefined ? JSON.stringify(data)?.slice(0, 60) : `"${propertyName}"`;
  if (keyword === 'enum')
    return `${what} is none of ${(params.allowedValues as Json[]).map((word) => JSON.stringify(word)).join(', ')}`;
  if (keyword === 'const') return `${what} must be ${JSON.stringify(params.allowedValue)}`;
  if (keyword === 'pattern') return `${what} is not written as it must be (${params.pattern})`;
  if (keyword.startsWith('min') || keyword.startsWith('exclusiveMin'))
    return `${what} is too small or too short (least: ${params.limit})`;
  if (keyword.startsWith('max') || keyword.startsWith('exclusiveMax'))
    return `${what} is too large or too long (most: ${params.limit})`;
  return `${what} does not fit: ${keyword}`;
}

function hintFor({ keyword, params, data }: ErrorObject): string | undefined {
  if (keyword !== 'enum') return undefined;
  const meant = nearest(String(data), (params.allowedValues as Json[]).map(String));
  return meant === undefined ? undefined : `"${meant}" may be meant`;
}

function wordsFor(type: unknown): string {
  return [type].flat().map(String).join(' or ');
}

function kindOf(value: Json | undefined): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`;
}
