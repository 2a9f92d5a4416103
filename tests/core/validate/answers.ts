import fc from 'fast-check';
import type { Json, JsonObject } from '#core/model/index.ts';

const scrap = fc.oneof(
  fc.constantFrom<Json>(
    null,
    '',
    ' ',
    'x',
    'r',
    'b',
    'none',
    'never',
    '2026-03',
    '/',
    'Busy',
    'Show',
    true,
    false,
    0,
    -1,
    11,
    120,
    2000,
    1.5,
  ),
  fc.jsonValue({ maxDepth: 2 }).map((value) => value as Json),
);

const oneOf = (good: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.oneof({ weight: 4, arbitrary: good }, { weight: 1, arbitrary: scrap });

function record(fields: Record<string, fc.Arbitrary<Json>>): fc.Arbitrary<Json> {
  return fc.record(fields, { requiredKeys: [] }).map((value) => value as JsonObject);
}

const name = oneOf(fc.constantFrom<Json>('Test A', 'Busy', 'Show', ''));
const number = oneOf(fc.constantFrom<Json>(0, 5, 50, 150, 1500));
const word = oneOf(fc.constantFrom<Json>('word', 'another'));

const person = record({
  name,
  hasNickname: oneOf(fc.boolean()),
  nickname: word,
  colour: oneOf(fc.constantFrom<Json>('r', 'b', 'none', 'old')),
  since: oneOf(fc.constantFrom<Json>('2026-03', 'never')),
  licence: oneOf(record({ number: word, scope: word })),
  hobby: oneOf(record({ what: word })),
  email: oneOf(fc.constant<Json>('a@example.org')),
  total: number,
  strange: word,
});

const row = record({
  id: fc.constantFrom<Json>('r1', 'r2', 'r3'),
  what: word,
  amount: number,
  why: word,
  mark: fc.boolean(),
});
const years = record({ 2024: number, 2025: oneOf(fc.constant<Json>('/')) });
const own = record({ id: fc.constantFrom<Json>('o1', 'o2'), title: word, cells: years });

/** Answers to the sections of `sections.ts`: mostly sensible, with every kind of nonsense among them. */
export const answers: fc.Arbitrary<JsonObject> = record({
  person: oneOf(person),
  costs: oneOf(fc.array(oneOf(row), { maxLength: 4 })),
  hours: oneOf(
    record({
      cells: oneOf(record({ work: years, play: years, all: years })),
      marks: scrap,
      own: oneOf(fc.array(oneOf(own), { maxLength: 3 })),
    }),
  ),
  hidden: oneOf(record({ secret: word })),
}).map((value) => value as JsonObject);
