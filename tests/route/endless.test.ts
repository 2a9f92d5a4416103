/** A machine that finds no end throws, and says where: it must not keep the server, nor a test. */

import { expect, it } from 'vitest';
import { compileEdition } from '#core/compile/index.ts';
import { ruleData } from '#core/evaluate/index.ts';
import type { CompiledEdition, JsonObject, RouteDefinition } from '#core/model/index.ts';
import { compileRoute, initialState, stateValues, step } from '#core/route/index.ts';
import { tiny } from '../core/compile/tiny.ts';
import { routeIn } from './programmes.ts';

function editionOf(desks: string[], states: JsonObject): CompiledEdition {
  const route: RouteDefinition = {
    id: 'review',
    title: 'Review',
    subject: 'application',
    desks: Object.fromEntries(desks.map((desk) => [desk, { title: desk, find: { self: true } }])),
    queues: {},
    events: { PASS: { title: 'Pass' } },
    machine: { id: 'review', initial: 'first', states },
  };
  return compileEdition(tiny([], { routes: [route] }), { routes: compileRoute });
}

const pass = (by: string, more: JsonObject) => ({ ...more, meta: { by } });

it('transitions that nobody fires and that lead back to each other', () => {
  const edition = editionOf(['office'], {
    first: { on: { PASS: pass('office', { target: 'second' }) } },
    second: { always: { target: 'third' } },
    third: { always: { target: 'second' } },
  });
  const route = routeIn(edition, 'review');
  const now = '2026-05-01T09:00:00Z';
  const fire = () =>
    step(
      edition,
      'review',
      initialState(route, now, {}),
      { type: 'PASS', by: 'office', now },
      ruleData(edition, {}),
    );
  expect(fire).toThrow(/^Event "PASS" at first of machine "review": Infinite loop detected/);
  expect(() => stateValues(route)).toThrow('machine "review"');
});

it('more ways through a route than can be told apart', () => {
  const desks = Array.from({ length: 13 }, (_, index) => `desk${index}`);
  const everybody = desks.map((desk) => pass(desk, { actions: 'markActed' }));
  const route = routeIn(editionOf(desks, { first: { on: { PASS: everybody } } }), 'review');
  expect(() => stateValues(route)).toThrow(
    /^Route "review" has more than 5000 configurations; the walk ended with "PASS" by desk\d+ at first, passed by desk/,
  );
});
