/** What a machine may have beyond the two programmes: automatic transitions, events that are only recorded. */
import { describe, expect, it } from 'vitest';
import { ruleData } from '#core/evaluate/index.ts';
import type { CompiledEdition, Json, MachineConfig, RouteDefinition } from '#core/model/index.ts';
import { actionsOf, compileRoute, initialState, stateValues, step } from '#core/route/index.ts';
import { GARDEN, openRoutes } from './programmes.ts';

const garden = await openRoutes(GARDEN);

function editionOf(states: Json): CompiledEdition {
  const machine: MachineConfig = { id: 'm', initial: 'start', states };
  const definition: RouteDefinition = {
    id: 'r',
    title: 'r',
    subject: 'application',
    desks: { own: { title: 'Own', find: { self: true } } },
    queues: {},
    events: { GO: { title: 'Go' }, NOTE: { title: 'Note' } },
    machine,
  };
  return { ...garden, routes: { r: compileRoute(definition, garden.scope) } };
}

function go(states: object, data = {}, type = 'GO') {
  const edition = editionOf(states as Json);
  const route = edition.routes.r;
  if (!route) throw new Error('No route');
  const state = initialState(route, '2026-08-01T09:00:00+01:00', { own: 'o' });
  return {
    edition,
    route,
    state,
    result: step(
      edition,
      'r',
      state,
      { type, by: 'own', now: '2026-08-02T09:00:00+01:00' },
      Object.assign(ruleData(edition, {}), data),
    ),
  };
}

const rule = (logic: Json) => ({ type: 'rule', params: { rule: logic } });
const by = { by: 'own' };

describe('transitions that nobody fires', () => {
  const states = {
    start: { meta: { desk: 'own' }, on: { GO: { target: 'fork', actions: ['markActed'], meta: by } } },
    fork: {
      always: [
        { target: 'dear', guard: rule({ '>': [{ var: 'application.sum' }, 100] }) },
        { target: 'cheap' },
      ],
    },
    dear: { on: { GO: { target: 'start', meta: by } } },
    cheap: { on: { GO: { target: 'start', meta: by } } },
  };

  it.each([
    [101, 'dear'],
    [100, 'cheap'],
  ])('read the same data (%s leads to %s)', (sum, value) => {
    expect(go(states, { application: { sum } }).result).toMatchObject({
      next: { value, context: { acted: ['own'] } },
    });
  });

  it('are both found when the machine is explored', () => {
    const { route } = go(states);
    expect(stateValues(route)).toEqual(['start', 'dear', 'cheap']);
  });
});

describe('guards as plain logic', () => {
  const states = {
    start: {
      on: {
        GO: [
          { target: 'dear', when: { '>': [{ var: 'input.sum' }, 100] }, meta: by },
          { target: 'cheap', meta: by },
        ],
      },
    },
    dear: {},
    cheap: {},
  };

  it.each([
    [101, 'dear'],
    [100, 'cheap'],
    ['x', 'cheap'],
  ])('decide as the long form does (%s leads to %s)', (sum, value) => {
    expect(go(states, { input: { sum } }).result).toMatchObject({ next: { value } });
  });

  it('are told apart from transitions that are always open', () => {
    expect(go(states).route.permissions).toEqual([
      { state: 'start', event: 'GO', by: 'own', guarded: false },
    ]);
    const only = { start: { on: { GO: { when: { var: 'input.sum' }, meta: by } } } };
    expect(go(only).route.permissions).toMatchObject([{ guarded: true }]);
    expect(go(only).result).toMatchObject({ refused: { code: 'not-allowed' } });
  });
});

describe('actions that happen only when', () => {
  const write = (field: Json, when?: Json) => ({
    type: 'write',
    params: { section: 's', field },
    ...(when === undefined ? {} : { when }),
  });
  const actions = [
    'markActed',
    { type: 'set', params: { key: 'large', value: true }, when: { '>': [{ var: 'input.sum' }, 100] } },
    write('a', { var: 'case.vars.large' }),
    write(['b', 'c'], { '!': { var: 'case.vars.large' } }),
    write('d', { in: ['own', { var: 'case.acted' }] }),
  ];
  const states = { start: { on: { GO: { target: 'done', actions, meta: by } } }, done: {} };

  it('see what the actions before them have kept', () => {
    expect(go(states, { input: { sum: 101 } }).result).toEqual({
      next: { value: 'done', context: expect.objectContaining({ vars: { large: true }, acted: ['own'] }) },
      effects: [write('a'), write('d')],
    });
    expect(go(states, { input: { sum: 100 } }).result).toEqual({
      next: { value: 'done', context: expect.objectContaining({ vars: {} }) },
      effects: [write(['b', 'c']), write('d')],
    });
  });

  it('do not happen where the rule cannot be computed', () => {
    expect(go(states, { input: { sum: 'many' } }).result).toMatchObject({
      effects: [write(['b', 'c']), write('d')],
    });
  });

  it('stand on entry and exit as well', () => {
    const entered = {
      start: { on: { GO: { target: 'done', meta: by } }, exit: [write('x', true), write('y', false)] },
      done: { entry: write('z', { '!': { var: 'case.vars.k' } }) },
    };
    expect(go(entered).result).toMatchObject({ effects: [write('x'), write('z')] });
  });
});

describe('stages that end on a rule', () => {
  it('see the data of the event that ended them', () => {
    const states = {
      start: {
        initial: 'open',
        onDone: [
          { target: 'rich', guard: rule({ '==': [{ var: 'input.points' }, 10] }) },
          { target: 'poor' },
        ],
        states: {
          open: { meta: { desk: 'own' }, on: { GO: { target: 'done', meta: by } } },
          done: { type: 'final' },
        },
      },
      rich: {},
      poor: {},
    };
    expect(go(states, { input: { points: 10 } }).result).toMatchObject({ next: { value: 'rich' } });
    expect(go(states, { input: { points: 9 } }).result).toMatchObject({ next: { value: 'poor' } });
  });
});

describe('events that are only recorded', () => {
  const states = {
    start: {
      meta: { desk: 'own' },
      on: { NOTE: { meta: by }, GO: { actions: [{ type: 'write', params: { section: 's' } }], meta: by } },
    },
  };

  it('fire without changing the state', () => {
    const { result, state } = go(states, {}, 'NOTE');
    expect(result).toEqual({ next: state, effects: [] });
  });
  it('ask for what they declare', () => {
    expect(go(states).result).toMatchObject({ effects: [{ type: 'write', params: { section: 's' } }] });
  });
  it('are offered', () => {
    const { edition, state } = go(states);
    expect(actionsOf(edition, 'r', state, 'own', ruleData(edition, {}))).toEqual(['GO', 'NOTE']);
    expect(actionsOf(edition, 'r', state, 'applicant', ruleData(edition, {}))).toEqual([]);
  });
});

describe('what is kept', () => {
  it('is read by later rules, and is null where it cannot be computed', () => {
    const set = (value: Json) => ({
      start: { on: { GO: { actions: [{ type: 'set', params: { key: 'k', value } }], meta: by } } },
    });
    expect(go(set({ '+': [1, 2] })).result).toMatchObject({ next: { context: { vars: { k: 3 } } } });
    expect(
      go(set({ '+': [{ var: 'application.word' }, 2] }), { application: { word: 'x' } }).result,
    ).toMatchObject({ next: { context: { vars: { k: null } } } });
  });
});

describe('definitions that are broken', () => {
  it('a guard of another type throws', () => {
    expect(() => editionOf({ start: { on: { GO: { guard: 'isRich', meta: by } } } })).toThrow(
      /of type "rule"/,
    );
  });
  it('a transition without `by` can be fired by nobody', () => {
    expect(go({ start: { on: { GO: 'start' } } }).result).toMatchObject({ refused: { code: 'not-allowed' } });
  });
});
