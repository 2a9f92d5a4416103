import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLogic } from '#core/compile/logic/index.ts';
import type { Definition, Json, Logic } from '#core/model/index.ts';
import { condition, sentence, sentenceLocales } from '#core/sentence/index.ts';
import { operators } from '#core/vocabulary/index.ts';
import { scope as logicScope } from '../../rules/support/tables.ts';
import { arbitrary } from '../logic/arbitrary.ts';

/**
 * One seed: of some ten thousand rules one reads no data and says the same as another for good reason (`or` of null
 * and false), and a suite must not fail by chance.
 */
const SEED = 20_270_101;
const RUNS = { numRuns: 3_000, seed: SEED };
const LOCALES = Object.keys(sentenceLocales);
const clean = arbitrary.logic.filter((logic) => checkLogic(logic).length === 0);

const definition = {
  programme: { organisationKinds: [], roles: [], titles: {} },
  edition: { cycle: { year: 2026 } },
  categories: [],
  routes: [],
  codes: Object.values(logicScope.codes),
  expressions: Object.values(logicScope.expressions),
} as unknown as Definition;
const scope = { definition };

const inAll = (logic: Logic): string[] =>
  LOCALES.flatMap((locale) => [sentence(logic, scope, locale), condition(logic, scope, locale)]);

describe('every rule can be read', () => {
  it('has a phrase in every locale for every operator', () => {
    for (const words of Object.values(sentenceLocales)) {
      const phrased = new Set(Object.keys(words.phrases).map((key) => key.split(/(?<=.)\.(?=[a-z])/)[0]));
      // One of JsonLogic's own is the word for `if` where there is one condition.
      expect([...operators.keys()].filter((name) => !phrased.has(name))).toEqual(['?:']);
    }
  });

  it('is made for everything that the dialect allows, with every placeholder filled', () => {
    fc.assert(
      fc.property(clean, (logic) => {
        for (const text of inAll(logic)) {
          expect(text).not.toBe('');
          expect(text).not.toMatch(/\{\w+\}|undefined|\[object/);
        }
      }),
      RUNS,
    );
  });

  it('differs for "and" and "or", and for a statement and its denial', () => {
    fc.assert(
      fc.property(clean, clean, (a, b) => {
        for (const locale of LOCALES) {
          const sentenceOf = (logic: Logic) => condition(logic, scope, locale);
          if (sentenceOf(a) === sentenceOf(b)) continue;
          const isIdle = typeof a === 'boolean' || typeof b === 'boolean';
          if (!isIdle) expect(sentenceOf({ and: [a, b] })).not.toBe(sentenceOf({ or: [a, b] }));
          expect(sentenceOf({ '!': [a] })).not.toBe(sentenceOf(a));
        }
      }),
      RUNS,
    );
  });

  it('no two rules give the same sentence: another operator, or operands in another order, change it', () => {
    fc.assert(
      fc.property(clean, fc.nat(), fc.nat(), (logic, where, how) => {
        const other = changed(logic, where, how);
        if (other === null || checkLogic(other).length > 0) return;
        for (const locale of LOCALES)
          expect(condition(other, scope, locale)).not.toBe(condition(logic, scope, locale));
      }),
      { numRuns: 2_000, seed: SEED },
    );
  });
});

/** What is the same to a reader: a number and the text that writes it, one operand alone. */
const ALIKE = [
  ['if', '?:'],
  ['==', '==='],
  ['!=', '!=='],
  ['and', 'or', '!!', 'if'],
  ['+', '*'],
];

/** The same logic with another operator, or its operands turned round, in one place; null where that says the same. */
function changed(logic: Logic, where: number, how: number): Logic | null {
  const places = callsIn(logic);
  const place = places[where % Math.max(1, places.length)];
  if (!place) return null;
  const [name = '', operands] = Object.entries(place)[0] ?? [];
  const args: Json[] = Array.isArray(operands) ? operands : [operands ?? null];
  if (operators.get(name)?.params.includes('name')) return null;
  if (how % 3 === 0) return turned(name, args) && replaced(logic, place, { [name]: [...args].reverse() });
  const names = othersFor(name, args);
  const by = names[how % Math.max(1, names.length)];
  return by === undefined ? null : replaced(logic, place, { [by]: args });
}

function turned(name: string, args: Json[]): boolean {
  const commutes = ['==', '===', '!=', '!=='].includes(name);
  return !commutes && JSON.stringify(args) !== JSON.stringify([...args].reverse());
}

function othersFor(name: string, args: Json[]): string[] {
  const fitting = [...operators.values()].filter(
    ({ arity, params }) => !params.includes('name') && arity[0] <= args.length && args.length <= arity[1],
  );
  const groups = ALIKE.filter((_, index) => index < 3 || args.length === 1);
  const same = groups.find((group) => group.includes(name)) ?? [name];
  return fitting.map((one) => one.name).filter((other) => !same.includes(other));
}

function callsIn(logic: Json): Json[] {
  if (typeof logic !== 'object' || logic === null) return [];
  if (Array.isArray(logic)) return logic.flatMap(callsIn);
  return [logic, ...Object.values(logic).flatMap(callsIn)];
}

function replaced(logic: Json, place: Json, by: Json): Json {
  if (logic === place) return by;
  if (typeof logic !== 'object' || logic === null) return logic;
  if (Array.isArray(logic)) return logic.map((item) => replaced(item, place, by));
  return Object.fromEntries(Object.entries(logic).map(([key, value]) => [key, replaced(value, place, by)]));
}
