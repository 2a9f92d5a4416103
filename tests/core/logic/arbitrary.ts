import fc from 'fast-check';
import type { Json, JsonObject, Logic } from '#core/model/index.ts';
import { type Operator, operators } from '#core/vocabulary/index.ts';

const literal: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json[]>(null, true, false, 0, 1, -2.5, 12, '', ' ', '12', '-0.5', '12abc', 'red', '/'),
  fc.constantFrom(
    '2024-02-29',
    '2026-02-30',
    '2026-03',
    '2020.09-2023.07',
    '2020.09-',
    '2026-03-01/2026-03-07',
  ),
  fc.constantFrom('2026-03-01T00:00:00+08:00', '2026-02-28T16:00:00Z'),
  fc.integer({ min: -100, max: 100 }),
);

const path = fc.constantFrom(
  '',
  'a',
  'a.b',
  'list',
  'list.0',
  'rows',
  'rows.1.n',
  'n',
  'current',
  'accumulator',
  'current.n',
  'gone.far',
  'outer',
  'outer.a',
  'outer.n',
  'outer.outer.rows',
  'outer.current.n',
);

const data: fc.Arbitrary<JsonObject> = fc.record({
  a: fc.oneof(literal, fc.record({ b: literal })),
  n: literal,
  list: fc.array(literal, { maxLength: 4 }),
  rows: fc.array(fc.record({ n: literal, list: fc.array(literal, { maxLength: 2 }) }), { maxLength: 3 }),
});

/** A path, several, or those that a condition chooses. */
const paths: fc.Arbitrary<Logic> = fc.oneof(
  path,
  fc.array(path, { minLength: 1, maxLength: 3 }),
  fc.tuple(path, path, path).map(([a, b, c]) => ({ merge: [a, { if: [{ var: c }, [b], []] }] })),
);

/** Operands that must be literal text, by operator and position. */
const LITERALS: Record<string, Record<number, fc.Arbitrary<Logic>>> = {
  var: { 0: path },
  missing: { 0: paths, 1: paths, 2: paths },
  missing_some: { 0: fc.integer({ min: 0, max: 3 }), 1: paths },
  use: { 0: fc.constantFrom('double', 'quadruple', 'answer', 'second') },
  code: { 0: fc.constant('colour'), 2: fc.constantFrom('title', 'warm', 'constructor') },
  matches: { 1: fc.constantFrom('^[0-9]+$', '^a|b', '') },
  checksum: { 0: fc.constantFrom('luhn', 'mod11-2', 'mod31-3', 'mod97-10') },
};

const MOST_OPERANDS: Record<string, number> = { use: 1, missing: 3, checksum: 2 };

function call(operator: Operator, operand: fc.Arbitrary<Logic>): fc.Arbitrary<Logic> {
  const { name, arity } = operator;
  const [least, most] = [arity[0], Math.min(arity[1], arity[0] + 2, MOST_OPERANDS[name] ?? arity[1])];
  return fc
    .integer({ min: least, max: Math.max(least, most) })
    .chain((count) =>
      fc.tuple(...Array.from({ length: count }, (_, index) => LITERALS[name]?.[index] ?? operand)),
    )
    .map((args) => ({ [name]: args }));
}

const { logic } = fc.letrec<{ logic: Logic }>((tie) => ({
  logic: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    literal,
    path.map((read) => ({ var: read })),
    fc.array(tie('logic'), { maxLength: 3 }),
    ...[...operators.values()].map((operator) => call(operator, tie('logic'))),
  ),
}));

/** Random expressions of the whole dialect, and data that fits them about half of the time. */
export const arbitrary = { logic, data, literal };
