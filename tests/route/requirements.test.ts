/** What an event or a batch requires: only `true` lets it pass, whatever else a rule may come to. */

import { describe, expect, it } from 'vitest';
import { compileEdition } from '#core/compile/index.ts';
import { ruleData } from '#core/evaluate/index.ts';
import type { CompiledEdition, Logic, RouteDefinition } from '#core/model/index.ts';
import { compileRoute, conditionsOf, initialState, step } from '#core/route/index.ts';
import { tiny } from '../core/compile/tiny.ts';

/** A route of one event, asked for by a condition and by a batch. */
function routeThat(condition: { require: Logic; when?: Logic }, batch: Logic = true): CompiledEdition {
  const route: RouteDefinition = {
    id: 'review',
    title: 'Review',
    subject: 'application',
    desks: {},
    queues: { drafts: { title: 'Drafts' } },
    events: {
      SUBMIT: {
        title: 'Hand in',
        conditions: [{ id: 'asked', message: 'No', severity: 'block', ...condition }],
        batch: { queue: 'drafts', aggregates: {}, require: batch, message: 'Not yet' },
      },
    },
    machine: {
      id: 'review',
      initial: 'draft',
      states: {
        draft: { meta: { desk: 'applicant' }, on: { SUBMIT: { target: 'done', meta: { by: 'applicant' } } } },
        done: { type: 'final' },
      },
    },
  };
  return compileEdition(tiny([], { routes: [route] }), { routes: compileRoute });
}

const EVENT = { type: 'SUBMIT', by: 'applicant', now: '2026-05-01T09:00:00Z' };
const application = { person: { name: 'Test A' } };

/** How the event ends: null, or the code of the refusal. */
function refusalOf(edition: CompiledEdition): string | null {
  const { review } = edition.routes;
  if (!review) throw new Error('The edition has no route "review"');
  const result = step(
    edition,
    'review',
    initialState(review, EVENT.now, {}),
    EVENT,
    ruleData(edition, {}, { application }),
  );
  return 'refused' in result ? result.refused.code : null;
}

const CANNOT_BE_COMPUTED: Logic = { '+': [{ var: 'application.person.name' }, 1] };
const NOT_TRUE: [string, Logic][] = [
  ['false', false],
  ['null', null],
  ['a number', 1],
  ['a text', 'yes'],
  ['a list', { merge: [[1], [2]] }],
  ['what is not there', { var: 'application.person.absent' }],
  ['what cannot be computed', CANNOT_BE_COMPUTED],
];

describe('a condition of an event', () => {
  it.each(NOT_TRUE)('does not pass on %s', (_, require) => {
    const edition = routeThat({ require });
    expect(refusalOf(edition)).toBe('condition');
    expect(conditionsOf(edition, 'review', EVENT, ruleData(edition, {}, { application }))).toEqual([
      { id: 'asked', message: 'No', severity: 'block' },
    ]);
  });

  it('passes on true', () => expect(refusalOf(routeThat({ require: true }))).toBeNull());

  it('is not asked where its `when` does not hold', () => {
    expect(refusalOf(routeThat({ require: false, when: false }))).toBeNull();
    expect(refusalOf(routeThat({ require: false, when: true }))).toBe('condition');
  });
});

describe('a batch', () => {
  it.each(NOT_TRUE)('does not pass on %s', (_, require) => {
    expect(refusalOf(routeThat({ require: true }, require))).toBe('batch');
  });

  it('passes on true', () => expect(refusalOf(routeThat({ require: true }, true))).toBeNull());
});
