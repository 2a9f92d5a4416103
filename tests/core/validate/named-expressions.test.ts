import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compileEdition,
  evaluating,
  evaluatingAnew,
  interpretedValidators,
  stepsTaken,
} from '#core/compile/index.ts';
import { compileLogic } from '#core/compile/logic/index.ts';
import { evaluate } from '#core/evaluate/index.ts';
import type { FieldSchema, Json, JsonObject, Logic, SectionDefinition } from '#core/model/index.ts';
import { evaluateAndValidate } from '#core/validate/index.ts';
import { applicationWith, facts, file, tiny } from '../compile/tiny.ts';
import { answers } from './answers.ts';
import { expressions, forms } from './generated.ts';
import { moreAnswers } from './lists.ts';

const bodies = new Map(
  expressions.filter(({ params }) => params.length === 0).map(({ id, logic }) => [id, logic]),
);

/** The same with the bodies of named expressions in place of their names. */
function writtenOut<T>(value: T): T {
  if (Array.isArray(value)) return value.map(writtenOut) as T;
  if (value === null || typeof value !== 'object') return value;
  const body = bodies.get(String((value as JsonObject).use));
  if (body !== undefined) return writtenOut(body) as T;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, writtenOut(part)])) as T;
}

const given = fc.tuple(answers, moreAnswers).map(([some, more]) => Object.assign({}, some, more));
const files = [file('person', 'photo'), file('person', 'photo'), file('costs', 'bill', 'r1')];

describe('a named expression', () => {
  it('gives everywhere in a form what it gives written out, also where conditions read one another', () => {
    fc.assert(
      fc.property(forms, given, ({ sections, rules }, application) => {
        const [byName, without] = [{ sections, rules }, writtenOut({ sections, rules })].map((form) => {
          const definition = tiny(form.sections, { expressions }, { rules: form.rules });
          const edition = compileEdition(definition, { validators: interpretedValidators() });
          return evaluateAndValidate(edition, applicationWith(application, { files }), facts);
        });
        expect(byName).toEqual(without);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('is computed again for each of the conditions that change what they all read', () => {
    const logic: Logic = {
      '!': {
        and: [{ answered: { var: 'application.pair.a' } }, { answered: { var: 'application.pair.b' } }],
      },
    };
    const field: FieldSchema = { type: 'string', title: 'One of two', visibleWhen: { use: 'notBoth' } };
    const pair: SectionDefinition = {
      id: 'pair',
      title: 'Pair',
      kind: 'form',
      schema: { type: 'object', properties: { a: field, b: field } },
    };
    const expression = { id: 'notBoth', title: 'Not both', params: [], logic };
    const edition = compileEdition(tiny([pair], { expressions: [expression] }));
    const { values } = evaluate(edition, applicationWith({ pair: { a: 'x', b: 'y' } }), facts);
    expect(values).toEqual({ pair: { a: 'x' } });
  });

  const scope = compileEdition(tiny([], { expressions })).scope;
  const run = (logic: Logic, data: JsonObject): Json => compileLogic(logic, scope).run(data as never);
  const of = (why: string): JsonObject => ({ application: { costs: [{ why }] } });
  const use: Logic = { use: 'shared' };

  it('is computed anew for other data, and where they may change meanwhile', () => {
    const data = of('Busy');
    evaluating(scope, () => {
      expect([run(use, data), run(use, of('')), run(use, data)]).toEqual([true, false, true]);
      evaluatingAnew(scope, () => {
        expect(run(use, data)).toBe(true);
        data.application = {};
        expect(run(use, data)).toBe(false);
      });
      expect(run(use, data)).toBe(false);
    });
    data.application = of('Busy').application ?? null;
    expect(run(use, data)).toBe(true);
    expect(evaluating(scope, () => run(use, data))).toBe(true);
  });

  it('takes the same steps when it is found again', () => {
    const data = of('Busy');
    const taken = [evaluating, evaluatingAnew].map((how) =>
      how(scope, () => {
        for (let time = 0; time < 3; time += 1) run(use, data);
        return stepsTaken(scope);
      }),
    );
    expect(taken[0]).toBe(taken[1]);
    expect(taken[0]).toBeGreaterThan(3);
  });
});
