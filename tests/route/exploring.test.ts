/** What is derived from a machine beforehand must know every place that a case gets to: queues and buttons hang on it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleData } from '#core/evaluate/index.ts';
import type { CaseState, CompiledEdition, Json, JsonObject } from '#core/model/index.ts';
import { actionsOf, initialState, queueEvents, queuesOf, stateValues, step } from '#core/route/index.ts';
import { routeIn } from './programmes.ts';
import { by, reviewEdition } from './tiny-route.ts';

const NOW = '2026-05-01T09:00:00Z';
const ANSWERS = ['a', 'b', 'c', 'd'];
const QUEUES = {
  todo: { title: 'To do', holds: 'current' as const },
  done: { title: 'Done', holds: 'acted' as const },
  aside: { title: 'Aside' },
};
const EVENTS = { GO: { title: 'Go' }, NEXT: { title: 'Next' }, BACK: { title: 'Back' } };
const DESKS = ['one', 'two', 'three'];
const HELD = Object.fromEntries(DESKS.map((desk) => [desk, desk]));

const editionOf = (states: JsonObject) =>
  reviewEdition({ held: DESKS, states, queues: QUEUES, events: EVENTS });
const when = (answer: string) => ({ var: `application.${answer}` });

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

/** A tree of states before its transitions have targets. */
type Shape = {
  type: 'atomic' | 'final' | 'history' | 'compound' | 'parallel';
  children: Shape[];
  draw: number[];
};

const draws = fc.array(fc.nat({ max: 9_999 }), { minLength: 24, maxLength: 24 });
const shapes = fc.letrec<{ leaf: Shape; node: Shape }>((tie) => ({
  leaf: fc.record({
    type: fc.constantFrom(
      'atomic' as const,
      'atomic' as const,
      'atomic' as const,
      'final' as const,
      'history' as const,
    ),
    children: fc.constant([]),
    draw: draws,
  }),
  node: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    tie('leaf'),
    fc.record({
      type: fc.constantFrom('compound' as const, 'parallel' as const),
      children: fc.array(tie('node'), { minLength: 1, maxLength: 2 }),
      draw: draws,
    }),
  ),
}));

type Site = { id: string; shape: Shape; order: number };

/** Every state in document order. */
function sitesOf(children: Shape[], prefix: string, sites: Site[] = []): Site[] {
  children.forEach((shape, index) => {
    const id = `${prefix}${index}`;
    sites.push({ id, shape, order: sites.length });
    sitesOf(shape.children, `${id}x`, sites);
  });
  return sites;
}

const pick = <T>(list: readonly T[], draw: number | undefined): T => {
  const chosen = list[(draw ?? 0) % Math.max(1, list.length)];
  if (chosen === undefined) throw new Error('Nothing to pick from');
  return chosen;
};

/** A guard in half of the cases, over an answer or over what the case remembers. */
function guarded(draw = 0): JsonObject {
  if (draw % 5 === 0) return { when: { in: [pick(DESKS, draw), { var: 'case.acted' }] } };
  return draw % 2 === 0 ? {} : { when: when(pick(ANSWERS, draw)) };
}

const ACTIONS: Json[] = [[], ['markActed'], ['clearRound'], ['startRound'], []];

/**
 * Where a state may lead without anybody's doing: never back, and to no history, which may lead back, so that no machine
 * goes in a circle by itself.
 */
const laterThan = (site: Site, all: Site[]): Site[] =>
  all.filter(
    (other) =>
      other.order > site.order &&
      other.shape.type !== 'history' &&
      !other.id.startsWith(`${site.id}x`) &&
      !crossesRegions(site, other, all),
  );

/** From one region into another of the same parallel state: all of them are entered anew, the first one too. */
const crossesRegions = (a: Site, b: Site, all: Site[]): boolean =>
  all.some(({ id, shape }) => {
    const region = (site: Site) => site.id.slice(id.length + 1).split('x')[0];
    const isInside = (site: Site) => site.id.startsWith(`${id}x`);
    return shape.type === 'parallel' && isInside(a) && isInside(b) && region(a) !== region(b);
  });

function stateOf(site: Site, all: Site[]): JsonObject {
  const { id, shape } = site;
  const d = shape.draw;
  if (shape.type === 'history') return { id, type: 'history', history: pick(['shallow', 'deep'], d[0]) };
  const meta: JsonObject = {
    ...((d[1] ?? 0) % 3 === 0 ? {} : { desk: pick(DESKS, d[1]) }),
    ...((d[2] ?? 0) % 4 === 0 ? { queues: { [pick(DESKS, d[2])]: pick(['aside', null], d[3]) } } : {}),
  };
  if (shape.type === 'final') return { id, type: 'final', meta };
  const on = Object.fromEntries(
    Object.keys(EVENTS).map((event, index) => [
      event,
      [0, 1].map((turn) => {
        const at = 4 + index * 4 + turn * 2;
        const transition = { target: `#${pick(all, d[at]).id}`, actions: pick(ACTIONS, d[at + 1]) };
        return by(pick(DESKS, d[at + 1]), { ...transition, ...guarded(d[at]) });
      }),
    ]),
  );
  const later = laterThan(site, all);
  const always =
    later.length > 0 && (d[16] ?? 0) % 2 === 0
      ? { always: [17, 18].map((at) => ({ target: `#${pick(later, d[at]).id}`, ...guarded(d[at]) })) }
      : {};
  const below = shape.children.length === 0 ? {} : inner(site, all);
  return { id, meta, on, ...always, ...below };
}

function inner(site: Site, all: Site[]): JsonObject {
  const {
    id,
    shape: { type, children },
  } = site;
  const later = laterThan(site, all);
  const states = Object.fromEntries(
    children.map((_child, index) => {
      const site = all.find((one) => one.id === `${id}x${index}`);
      if (!site) throw new Error(`No state ${id}x${index}`);
      return [`s${index}`, stateOf(site, all)];
    }),
  );
  const first = children.findIndex((child) => child.type !== 'history');
  const onDone = later.length > 0 ? { onDone: { target: `#${pick(later, children.length).id}` } } : {};
  return type === 'parallel'
    ? { type, states, ...onDone }
    : { initial: `s${Math.max(0, first)}`, states, ...onDone };
}

/** What XState takes: a compound state begins at a real state, and regions of a parallel one are no ends. */
function isSound({ type, children }: Shape): boolean {
  if (type === 'compound' && !children.some((child) => child.type !== 'history')) return false;
  if (type === 'parallel' && children.some((child) => child.type === 'final' || child.type === 'history'))
    return false;
  return children.every(isSound);
}

const machines = fc
  .array(shapes.node, { minLength: 2, maxLength: 3 })
  .filter((children) => sitesOf(children, 's').length <= 9)
  .filter((children) => children[0]?.type === 'atomic' && children.every(isSound))
  .filter((children) => children.every(({ type }) => type !== 'history'));

const walks = fc.array(
  fc.record({ event: fc.nat({ max: 2 }), desk: fc.nat({ max: 2 }), bits: fc.nat({ max: 15 }) }),
  {
    minLength: 4,
    maxLength: 14,
  },
);

describe('machines of any shape', () => {
  it('take a case to no place, queue or button that was not derived', () => {
    fc.assert(
      fc.property(machines, walks, (children, moves) => {
        const all = sitesOf(children, 's');
        const top = children.map(
          (_child, index) => [`s${index}`, all.find(({ id }) => id === `s${index}`)] as const,
        );
        const states = Object.fromEntries(top.map(([key, site]) => [key, site ? stateOf(site, all) : {}]));
        delete (states.s0 as JsonObject).always;
        const edition = editionOf(states);
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
