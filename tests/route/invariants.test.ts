/** What must hold wherever a case gets to: every place that the machine reaches, and long random walks. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromTransition } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import type { CaseState } from '#core/model/index.ts';
import { actionsOf, holdersOf, queuesOf, step } from '#core/route/index.ts';
import { GARDENS, machines } from './garden-plots.ts';
import { OTHERS, office, SIGNED, WAYS } from './health-units.ts';
import { GARDEN, HEALTH, openRoutes, Walker } from './programmes.ts';

type Fire = { type: string; by: string };

const health = await openRoutes(HEALTH);
const garden = await openRoutes(GARDEN);
const DECIDED = { undecided: 0, passed: 1, waiting: 0, asked: 10 };
const INPUT = { ...SIGNED, from: '2026-08-01', to: '2026-08-09', result: '无异议' };

const START: { name: string; parallel: boolean; make: () => Walker }[] = [
  ...WAYS.flatMap((way) =>
    [false, true].map((round) => ({
      name: `${way.name}${round ? ' with a reform office' : ''}`,
      parallel: false,
      make: () =>
        new Walker(health, round ? [...way.organisations, office] : way.organisations, way.unit, {
          ...way.data,
          subtree: DECIDED,
        }),
    })),
  ),
  ...(['yes', 'no'] as const).map((use) => ({
    name: `garden, machines ${use}`,
    parallel: true,
    make: () => new Walker(garden, GARDENS, 'north', { ...machines(use), subtree: DECIDED }),
  })),
];

function firesOf({ route }: Walker): Fire[] {
  const actors = ['applicant', ...Object.keys(route.definition.desks)];
  return Object.keys(route.definition.events).flatMap((type) => actors.map((by) => ({ type, by })));
}

function fire(walker: Walker, state: CaseState, { type, by }: Fire): CaseState {
  const result = step(
    walker.edition,
    'application',
    state,
    { type, by, input: INPUT, now: walker.now },
    walker.facts(),
  );
  return 'refused' in result ? state : result.next;
}

/** More than twice as many as the longest route has: a walk that finds more finds no end. */
const MOST_PLACES = 200;

/** Every place that real events reach, each by its shortest way. Throws where the walk finds no end. */
function reached(walker: Walker): CaseState[] {
  const seen = new Set<string>();
  const keyOf = (state: CaseState) =>
    JSON.stringify([state.value, [...state.context.acted].sort(), state.context.vars]);
  const logic = fromTransition((state: CaseState, event: Fire) => {
    seen.add(keyOf(state));
    if (seen.size > MOST_PLACES)
      throw new Error(
        `More than ${MOST_PLACES} places; "${event.type}" by ${event.by} leads on from ${keyOf(state)}`,
      );
    return fire(walker, state, event);
  }, walker.state);
  const paths = getShortestPaths(logic, {
    events: firesOf(walker),
    serializeState: ({ context }) => keyOf(context),
  });
  return paths.map((path) => path.state.context);
}

/** Every actor that the organisations of this case could act as: a vacant desk acts for nobody. */
const actorsOf = (state: CaseState) => [
  'applicant',
  ...Object.keys(state.context.desks).filter((desk) => state.context.desks[desk] !== null),
];

const offers = (walker: Walker, state: CaseState) =>
  actorsOf(state).flatMap((by) =>
    actionsOf(walker.edition, 'application', state, by, walker.facts()).map((type) => ({ type, by })),
  );

describe.each(START)('$name', ({ make, parallel }) => {
  const walker = make();
  const states = reached(walker);
  const isFinal = (state: CaseState) =>
    ['deleted', 'withdrawn', 'awarded', 'discarded'].includes(String(state.value));

  it('reaches more than the straight way', () => expect(states.length).toBeGreaterThan(8));

  it('is held by one desk at most, unless stages run in parallel', () => {
    for (const state of states) {
      const held = Object.values(queuesOf(walker.route, state)).filter(
        (queue) => queue === 'pending' || queue === 'todo',
      );
      const most = parallel && JSON.stringify(state.value).includes('review') ? 2 : 1;
      expect(held.length, JSON.stringify(state.value)).toBeLessThanOrEqual(most);
    }
  });

  it('is never held by a desk that does not exist', () => {
    for (const state of states) {
      for (const desk of holdersOf(walker.route, state))
        if (desk !== 'applicant')
          expect(state.context.desks[desk], JSON.stringify(state.value)).not.toBeNull();
    }
  });

  it('always has an event that somebody may fire, except in final states', () => {
    for (const state of states)
      expect(offers(walker, state).length > 0, JSON.stringify(state.value)).toBe(!isFinal(state));
  });

  it('lets only the desks in `by` fire', () => {
    for (const state of states) {
      const leaves = new Set(
        walker.route.permissions
          .filter((one) => JSON.stringify(leafOf(one.state)) === JSON.stringify(state.value) || parallel)
          .map((one) => `${one.event}:${one.by}`),
      );
      for (const { type, by } of firesOf(walker)) {
        if (!leaves.has(`${type}:${by}`))
          expect(
            fire(walker, state, { type, by }),
            `${type} by ${by} at ${JSON.stringify(state.value)}`,
          ).toBe(state);
      }
    }
  });

  it('pins the organisations while a desk works', () => {
    for (const state of states)
      if (state.context.round > 0) expect(state.context.desks).toEqual(walker.desks());
  });
});

function leafOf(path: string): CaseState['value'] {
  return path
    .split('.')
    .reduceRight<CaseState['value']>((inner, key) => (inner === null ? key : { [key]: inner }), null);
}

describe('long walks', () => {
  const choices = fc.array(fc.nat(), { minLength: 5, maxLength: 40 });

  /** Takes the n-th of what is offered, again and again; reports every step. */
  function wander(
    walker: Walker,
    picks: number[],
    see: (before: CaseState, fired: Fire, after: CaseState) => void,
  ): void {
    let state = walker.state;
    for (const pick of picks) {
      const open = offers(walker, state);
      const chosen = open[pick % Math.max(1, open.length)];
      if (!chosen) return;
      const next = fire(walker, state, chosen);
      see(state, chosen, next);
      state = next;
    }
  }

  const anyWay = fc.constantFrom(...WAYS).chain((way) => fc.boolean().map((round) => ({ way, round })));

  it('a return goes to the applicant, a submission to the first desk in a new round, a rejection back only by its desk', () => {
    fc.assert(
      fc.property(anyWay, choices, ({ way, round }, picks) => {
        const data = { ...(way.name === 'R2' ? OTHERS : way.data), subtree: DECIDED };
        const walker = new Walker(
          health,
          round ? [...way.organisations, office] : way.organisations,
          way.unit,
          data,
        );
        let rejectedBy = '';
        wander(walker, picks, (before, { type, by }, after) => {
          if (type === 'RETURN' || type === 'SEND_BACK') {
            expect(holdersOf(walker.route, after)).toEqual(['applicant']);
            expect(after.context).toMatchObject({ acted: [], returnedBy: by });
          }
          if (type === 'SUBMIT') {
            expect(holdersOf(walker.route, after)).toEqual([way.desks[0]]);
            expect(after.context.round).toBe(before.context.round + 1);
          }
          if (type === 'REJECT') rejectedBy = by;
          if (type === 'UNDO_REJECT') expect(by).toBe(rejectedBy);
        });
      }),
      { numRuns: 150, seed: 20260801 },
    );
  });

  it('a submitted case is official only after passing every desk of its way in one round', () => {
    fc.assert(
      fc.property(anyWay, choices, ({ way, round }, picks) => {
        const walker = new Walker(
          health,
          round ? [...way.organisations, office] : way.organisations,
          way.unit,
          { ...way.data, subtree: DECIDED },
        );
        wander(walker, picks, (before, { type }) => {
          if (type === 'DELIVER')
            expect(before.context.acted).toEqual(
              expect.arrayContaining(round && way.detour ? [...way.desks, 'reformOffice'] : way.desks),
            );
        });
      }),
      { numRuns: 150, seed: 20260802 },
    );
  });
});
