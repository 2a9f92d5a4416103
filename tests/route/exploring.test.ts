/** What is derived from a machine beforehand must know every place that a case gets to: queues and buttons hang on it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleData } from '#core/evaluate/index.ts';
import type { CaseState, CompiledEdition, JsonObject } from '#core/model/index.ts';
import { actionsOf, initialState, queueEvents, queuesOf, stateValues, step } from '#core/route/index.ts';
import { ANSWERS, DESKS, EVENTS, machines, pick, statesOf, walks, when } from './generated/machines.ts';
import { routeIn } from './programmes.ts';
import { by, reviewEdition } from './tiny-route.ts';

const NOW = '2026-05-01T09:00:00Z';
const QUEUES = {
  todo: { title: 'To do', holds: 'current' as const },
  done: { title: 'Done', holds: 'acted' as const },
  aside: { title: 'Aside' },
};
const HELD = Object.fromEntries(DESKS.map((desk) => [desk, desk]));

const editionOf = (states: JsonObject) =>
  reviewEdition({ held: DESKS, states, queues: QUEUES, events: EVENTS });

function fire(edition: CompiledEdition, state: CaseState, type: string, actor: string, answers: JsonObject) {
  const data = Object.assign(ruleData(edition, { desks: HELD, now: NOW }), { application: answers });
  const result = step(edition, 'review', state, { type, by: actor, now: NOW }, data);
  return 'refused' in result ? null : result.next;
}

/** Every desk that a case stands at is derived to have that queue, with every button that it has there. */
function expectDerived(edition: CompiledEdition, state: CaseState, answers: JsonObject): void {
  const route = routeIn(edition, 'review');
  const derived = queueEvents(route);
  const data = Object.assign(ruleData(edition, { desks: HELD, now: NOW }), { application: answers });
  for (const [desk, queue] of Object.entries(queuesOf(route, state))) {
    if (queue === null) continue;
    const where = `${queue} of ${desk} at ${JSON.stringify(state.value)}`;
    expect(derived[queue]?.[desk], where).toBeDefined();
    expect(derived[queue]?.[desk], where).toEqual(
      expect.arrayContaining(actionsOf(edition, 'review', state, desk, data)),
    );
  }
}

describe('regions that begin by themselves', () => {
  /** A state chooses between two ways; both lead into regions of which one may be left at once. */
  const states: JsonObject = {
    start: { on: { GO: by('one', { target: 'chooser' }) } },
    chooser: {
      always: [
        { target: 'plain', when: when('a') },
        { target: 'review', when: when('b') },
        { target: 'end' },
      ],
    },
    plain: { meta: { desk: 'one' }, on: { GO: by('one', { target: 'chooser' }) } },
    review: {
      type: 'parallel',
      onDone: 'end',
      states: {
        left: {
          initial: 'open',
          states: {
            open: {
              meta: { desk: 'two' },
              always: { target: 'done', when: when('c') },
              on: { NEXT: by('two', { target: 'done', actions: ['markActed'] }) },
            },
            done: { type: 'final' },
          },
        },
        right: {
          initial: 'open',
          states: {
            open: {
              meta: { desk: 'three' },
              always: [
                { target: 'waiting', when: when('d') },
                { target: 'done', when: when('c') },
              ],
              on: { NEXT: by('three', { target: 'done', actions: ['markActed'] }) },
            },
            waiting: { meta: { desk: 'three' }, on: { NEXT: by('three', { target: 'done' }) } },
            done: { type: 'final' },
          },
        },
      },
    },
    end: { type: 'final' },
  };

  it('are seen by each desk that a case then stands at', () => {
    const edition = editionOf(states);
    const start = initialState(routeIn(edition, 'review'), NOW, HELD);
    const reviewed = fire(edition, start, 'GO', 'one', { b: true });
    expect(reviewed?.value).toEqual({ review: { left: 'open', right: 'open' } });
    expect(queuesOf(routeIn(edition, 'review'), reviewed ?? start)).toMatchObject({
      two: 'todo',
      three: 'todo',
    });
    expect(queueEvents(routeIn(edition, 'review')).todo).toEqual({
      one: ['GO'],
      two: ['NEXT'],
      three: ['NEXT'],
    });
  });

  it.each([
    [
      { b: true, c: true, d: true },
      { left: 'done', right: 'waiting' },
    ],
    [
      { b: true, d: true },
      { left: 'open', right: 'waiting' },
    ],
  ])('are left each on its own rule (%j)', (answers, value) => {
    const edition = editionOf(states);
    const route = routeIn(edition, 'review');
    const next = fire(edition, initialState(route, NOW, HELD), 'GO', 'one', answers);
    expect(next?.value).toEqual({ review: value });
    expect(stateValues(route)).toContainEqual({ review: value });
  });
});

describe('one event that several regions take', () => {
  it('is decided in each of them', () => {
    const region = (a: string, b: string): JsonObject => ({
      initial: 'open',
      states: {
        open: {
          on: { GO: [by('one', { target: 'x', when: when(a) }), by('one', { target: 'y', when: when(b) })] },
        },
        x: { meta: { desk: 'two' } },
        y: { meta: { desk: 'three' } },
      },
    });
    const edition = editionOf({
      both: { type: 'parallel', states: { p: region('a', 'b'), q: region('c', 'd') } },
    });
    expect(stateValues(routeIn(edition, 'review'))).toContainEqual({ both: { p: 'x', q: 'y' } });
  });
});

describe('history', () => {
  const states: JsonObject = {
    draft: { on: { GO: by('one', { target: 'review.back' }) } },
    review: {
      initial: 'first',
      states: {
        first: { meta: { desk: 'one' }, on: { NEXT: by('one', { target: 'second' }) } },
        second: { meta: { desk: 'two' }, on: { NEXT: by('two', { target: 'third' }) } },
        third: { meta: { desk: 'three' } },
        back: { type: 'history' },
      },
      on: { BACK: by(DESKS, { target: 'draft' }) },
    },
  };

  it('leads back to where the case was, also after it was stored', () => {
    const edition = editionOf(states);
    const route = routeIn(edition, 'review');
    const events: [string, string][] = [
      ['GO', 'one'],
      ['NEXT', 'one'],
      ['BACK', 'two'],
      ['GO', 'one'],
    ];
    const stored = (state: CaseState) => JSON.parse(JSON.stringify(state)) as CaseState;
    const end = events.reduce<CaseState>(
      (state, [type, actor]) => stored(fire(edition, state, type, actor, {}) ?? state),
      initialState(route, NOW, HELD),
    );
    expect(end.value).toEqual({ review: 'second' });
    expect(queuesOf(route, end)).toMatchObject({ two: 'todo' });
    expect(queueEvents(route).todo).toMatchObject({ two: expect.arrayContaining(['NEXT']) });
  });

  it('is not kept by machines that have none', () => {
    const edition = editionOf({ a: { on: { GO: by('one', { target: 'b' }) } }, b: {} });
    const state = initialState(routeIn(edition, 'review'), NOW, HELD);
    expect(fire(edition, state, 'GO', 'one', {})?.context).not.toHaveProperty('history');
  });
});

describe('guards that would go in a circle', () => {
  it('are no way, where they cannot all hold', () => {
    const edition = editionOf({
      start: { on: { GO: by('one', { target: 'x' }) } },
      x: { meta: { desk: 'one' }, always: { target: 'y', when: when('a') } },
      y: { meta: { desk: 'two' }, always: { target: 'x', when: { '!': when('a') } } },
    });
    expect(stateValues(routeIn(edition, 'review'))).toEqual(['start', 'y', 'x']);
  });
});

describe('machines of any shape', () => {
  it('take a case to no place, queue or button that was not derived', () => {
    fc.assert(
      fc.property(machines, walks, (children, moves) => {
        const edition = editionOf(statesOf(children));
        let state = initialState(routeIn(edition, 'review'), NOW, HELD);
        for (const { event, desk, bits } of moves) {
          const answers = Object.fromEntries(ANSWERS.map((answer, at) => [answer, (bits & (1 << at)) !== 0]));
          state = fire(edition, state, pick(Object.keys(EVENTS), event), pick(DESKS, desk), answers) ?? state;
          expectDerived(edition, state, answers);
        }
      }),
      { numRuns: 40 },
    );
  });
});
