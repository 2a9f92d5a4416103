import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ajvFor, ajvForVerdicts } from '#core/compile/ajv.ts';
import { compileSchema } from '#core/json-schema/index.ts';
import type { Json, JsonObject } from '#core/model/index.ts';
import { formats } from '#core/vocabulary/index.ts';
import { schema, value } from './arbitrary.ts';
import { essence } from './essence.ts';

function byAjv(one: JsonObject, values: Json[]) {
  const [first, second] = [false, true].map((allErrors) => ajvFor(allErrors, { strict: false }).compile(one));
  return values.map((data) => {
    const errors = second?.(data) ? [] : (second?.errors ?? []).map(essence);
    return { accepted: first?.(data), errors };
  });
}

function byInterpretation(one: JsonObject, values: Json[]) {
  const interpreted = compileSchema(one, { formats });
  return values.map((data) => ({
    accepted: interpreted.accepts(data),
    errors: interpreted.errorsOf(data).map(essence),
  }));
}

describe('the first pass', () => {
  it('gives the verdicts of Ajv', () => {
    fc.assert(
      fc.property(schema, fc.array(value, { minLength: 3, maxLength: 12 }), (one, values) => {
        const byAjv = ajvFor(false, { strict: false }).compile(one);
        const first = ajvForVerdicts([one], { strict: false }).compile(one);
        expect(values.map((data) => first(data))).toEqual(values.map((data) => byAjv(data)));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a schema that is interpreted', () => {
  it('gives the verdicts and errors of Ajv, in its order', () => {
    fc.assert(
      fc.property(schema, fc.array(value, { minLength: 3, maxLength: 12 }), (one, values) => {
        expect(byInterpretation(one, values)).toEqual(byAjv(one, values));
      }),
      { numRuns: 200 },
    );
  });

  it('leads references into other documents, and to themselves', () => {
    const tree: JsonObject = {
      $id: 'test:tree',
      definitions: {
        node: { type: 'object', additionalProperties: { $ref: '#/definitions/node' }, maxProperties: 2 },
      },
    };
    const { errorsOf } = compileSchema({ $ref: 'test:tree#/definitions/node' }, { documents: [tree] });
    expect(errorsOf({ a: { b: {} } })).toEqual([]);
    expect(errorsOf({ a: { b: 1 } }).map(essence)).toEqual([
      { instancePath: '/a/b', keyword: 'type', params: { type: 'object' } },
    ]);
  });

  it('asks for keys that others need', () => {
    const { errorsOf } = compileSchema({ dependentRequired: { field: ['section'] } });
    expect(errorsOf({ section: 1 })).toEqual([]);
    expect(errorsOf({ field: 1 }).map(essence)).toEqual([
      {
        instancePath: '',
        keyword: 'dependentRequired',
        params: { property: 'field', missingProperty: 'section' },
      },
    ]);
  });

  it.each<[string, JsonObject]>([
    ['keyword', { contains: true }],
    ['type', { type: 'text' }],
    ['format', { format: 'nowhere' }],
    ['refers', { $ref: '#/$defs/nowhere' }],
  ])('refuses what it does not know: a %s', (word, one) => {
    expect(() => compileSchema(one, { formats })).toThrow(word);
  });
});
