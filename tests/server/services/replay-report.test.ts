/** How applications are counted under what becomes otherwise for them. */
import { expect, it } from 'vitest';
import { type Effect, EMPTY, lineOf, type Outcome, withOutcomes } from '#server/services/replays/report.ts';

const effect = (more: Partial<Effect>): Effect => ({
  kind: 'blocked',
  code: 'rule',
  rule: 'most',
  path: '/papers',
  place: 'Papers',
  message: 'Too many',
  source: '',
  ...more,
});
const outcome = (caseId: string, form: string, effects: Effect[]): Outcome => ({
  ...{ caseId, category: { id: form, title: form }, effects, reached: [] },
});

it('counts an application once under each cause, whichever of its rows it is, and by form', () => {
  const [most, lost] = [
    effect({}),
    effect({ kind: 'aside', code: 'aside', rule: '', path: '/papers/title' }),
  ];
  const first = withOutcomes(EMPTY, [
    outcome('a', 'long', [most, { ...most }, lost, { ...lost }]),
    outcome('b', 'long', [most]),
  ]);
  const report = withOutcomes(first, [
    outcome('c', 'short', [most]),
    outcome('d', 'short', []),
    { caseId: 'e', category: { id: 'gone', title: 'gone' }, stays: true },
  ]);
  expect(report).toMatchObject({ cases: 5, changed: 3, blocked: 3, allowed: 0, aside: 1, stays: 1 });
  expect(report.lines).toMatchObject([
    {
      key: lineOf(most),
      cases: 3,
      categories: [
        { id: 'long', cases: 2 },
        { id: 'short', cases: 1 },
      ],
    },
    { key: lineOf(lost), cases: 1, categories: [{ id: 'long', cases: 1 }] },
  ]);
  expect(first.lines[0]?.cases).toBe(2);
  expect(EMPTY.lines).toEqual([]);
});

it('tells causes apart by what becomes otherwise, and where', () => {
  const keys = [
    effect({}),
    effect({ kind: 'allowed' }),
    effect({ rule: 'least' }),
    effect({ path: '/other' }),
  ];
  expect(new Set(keys.map(lineOf)).size).toBe(keys.length);
  expect(lineOf(effect({ message: 'In other words', place: 'Elsewhere' }))).toBe(lineOf(effect({})));
});
