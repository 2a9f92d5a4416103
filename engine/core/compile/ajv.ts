/** The entry for programs that may compile code at run time. A browser under a strict policy interprets (`interpreted.ts`). */
import { _, Ajv, type CodeKeywordDefinition, type Options } from 'ajv';
import ucs2length from 'ajv/dist/runtime/ucs2length.js';
import { isMultipleOf } from '#core/json/index.ts';
import type { Json, JsonObject, Validator } from '#core/model/index.ts';
import { formats } from '#core/vocabulary/index.ts';
import type { ValidatorSource } from './validators.ts';

/** How both passes are compiled; `allErrors` tells them apart. */
export function ajvFor(allErrors: boolean, options: Options = {}): Ajv {
  const ajv = new Ajv({
    strict: true,
    allErrors,
    $data: false,
    ownProperties: true,
    // The schemas are the engine's own projection; what people write has been held to the meta-schema before.
    meta: false,
    validateSchema: false,
    addUsedSchema: false,
    // The check of a grid's row is written once and called from every item: grids would be megabytes otherwise.
    inlineRefs: false,
    ...options,
  });
  for (const [name, format] of Object.entries(formats))
    ajv.addFormat(name, (text: string) => format.test(text));
  return withExactMultiples(ajv);
}

/** Ajv divides binary fractions, by which 0.07 is no multiple of 0.01. */
function withExactMultiples(ajv: Ajv): Ajv {
  return ajv.removeKeyword('multipleOf').addKeyword({
    keyword: 'multipleOf',
    type: 'number',
    schemaType: 'number',
    error: { message: 'must be a multiple', params: ({ schemaCode }) => _`{multipleOf: ${schemaCode}}` },
    code: (context) => {
      const test = context.gen.scopeValue('func', { ref: isMultipleOf });
      context.fail(_`!${test}(${context.data}, ${context.schemaCode})`);
    },
  });
}

/**
 * Ajv for the first pass over these schemas, of which only the verdict is read: the same one, sooner. `ownProperties`
 * asks twice for each property, and only matters to names that every object inherits.
 */
export function ajvForVerdicts(schemas: readonly JsonObject[], options: Options = {}): Ajv {
  const ajv = ajvFor(false, { ownProperties: schemas.some(namesInherited), ...options });
  for (const keyword of quickKeywords) ajv.removeKeyword(String(keyword.keyword)).addKeyword(keyword);
  return ajv;
}

/** Whether a schema has a word that every object inherits: as the name of a property it would be found in each. */
function namesInherited(part: Json): boolean {
  if (typeof part === 'string') return part in Object.prototype;
  if (typeof part !== 'object' || part === null) return false;
  if (Array.isArray(part)) return part.some(namesInherited);
  return Object.entries(part).some(([name, below]) => name in Object.prototype || namesInherited(below));
}

const counting = { ref: 'default' in ucs2length ? ucs2length.default : ucs2length };

const quickKeywords: readonly CodeKeywordDefinition[] = [
  {
    keyword: 'maxLength',
    type: 'string',
    schemaType: 'number',
    // Text has at most as many characters as units: those of most answers need not be counted.
    code: (context) => {
      const { data, schemaCode } = context;
      const characters = context.gen.scopeValue('func', counting);
      context.fail(_`${data}.length > ${schemaCode} && ${characters}(${data}) > ${schemaCode}`);
    },
  },
  {
    keyword: 'pattern',
    type: 'string',
    schemaType: 'string',
    // What asks for anything at all is mostly told by the first character: printed ASCII, Chinese.
    code: (context) => {
      const { data, schema, gen } = context;
      const first = _`${data}.charCodeAt(0)`;
      const plain = _`(${first} > 32 && ${first} < 127) || (${first} > 0x3000 && ${first} < 0xd800)`;
      const pattern = gen.scopeValue('pattern', { key: schema, ref: new RegExp(schema, 'u') });
      const matches = _`${pattern}.test(${data})`;
      context.fail(schema === '\\S' ? _`!(${plain} || ${matches})` : _`!${matches}`);
    },
  },
];

/**
 * Validators made by Ajv, each when it is first needed: most documents never need the second pass, and who starts a
 * server does not wait for the forms that nobody opens yet.
 */
export function ajvValidators(): ValidatorSource {
  const second = ajvFor(true);
  return (schema) => ({
    accepts: lazily(() => ajvForVerdicts([schema]).compile(schema) as Validator),
    explains: lazily(() => second.compile(schema) as Validator),
  });
}

function lazily(make: () => Validator): Validator {
  let made: Validator | undefined;
  const validator: Validator = (data) => {
    made ??= make();
    if (made(data)) return true;
    validator.errors = made.errors ?? null;
    return false;
  };
  return validator;
}
