/** What a machine may say beyond the two programmes: transitions that nobody fires, events that only leave a trace. */
import { describe, expect, it } from 'vitest';
import { scopeOf } from '#core/compile/index.ts';
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
  return { ...garden, routes: { r: compileRoute(definition, scopeOf(garden.definition)) } };
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
    result: step(edition, 'r', state, { type, by: 'own', now: '2026-08-02T09:00:00+01:00' }, data),
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

describe('events that leave a trace alone', () => {
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
    expect(actionsOf(edition, 'r', state, 'own', {})).toEqual(['GO', 'NOTE']);
    expect(actionsOf(edition, 'r', state, 'applicant', {})).toEqual([]);
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
  it('a guard of another kind is told', () => {
    expect(() => editionOf({ start: { on: { GO: { guard: 'isRich', meta: by } } } })).toThrow(
      /of type "rule"/,
    );
  });
  it('a transition without `by` belongs to nobody', () => {
    expect(go({ start: { on: { GO: 'start' } } }).result).toMatchObject({ refused: { code: 'not-allowed' } });
  });
});
