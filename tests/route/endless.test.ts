/** A machine without an end throws and names the place: it must not block the server or a test. */

import { expect, it } from 'vitest';
import { ruleData } from '#core/evaluate/index.ts';
import type { JsonObject } from '#core/model/index.ts';
import { initialState, stateValues, step } from '#core/route/index.ts';
import { routeIn } from './programmes.ts';
import { by, reviewEdition } from './tiny-route.ts';

const editionOf = (held: string[], states: JsonObject) =>
  reviewEdition({ held, states, events: { PASS: { title: 'Pass' } } });

it('automatic transitions that lead back to each other', () => {
  const edition = editionOf(['office'], {
    first: { on: { PASS: by('office', { target: 'second' }) } },
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

it('more ways through a route than can be explored', () => {
  const desks = Array.from({ length: 12 }, (_, index) => `desk${index}`);
  const everybody = desks.map((desk) => by(desk, { actions: 'markActed' }));
  const route = routeIn(editionOf(desks, { first: { on: { PASS: everybody } } }), 'review');
  expect(() => stateValues(route)).toThrow(
    /^Route "review" has more than 2500 configurations; the walk ended with "PASS" by desk\d+ at first, passed by desk/,
  );
});
