/** What an event or a batch requires: only `true` lets it pass, whatever else a rule may come to. */

import { describe, expect, it } from 'vitest';
import { ruleData } from '#core/evaluate/index.ts';
import type { CompiledEdition, EventCondition, Logic, RouteEvent } from '#core/model/index.ts';
import { conditionsOf, initialState, step } from '#core/route/index.ts';
import { by, reviewEdition } from './tiny-route.ts';

/** A route of one event, asked for by a condition and by a batch. */
function routeThat(condition: Partial<EventCondition>, batch: Logic = true): CompiledEdition {
  const asked: EventCondition = {
    id: 'asked',
    require: true,
    message: 'No',
    severity: 'block',
    ...condition,
  };
  return reviewEdition({
    queues: { drafts: { title: 'Drafts' } },
    events: {
      SUBMIT: {
        title: 'Hand in',
        conditions: [asked],
        batch: { queue: 'drafts', aggregates: {}, require: batch, message: 'Not yet' },
      },
    },
    states: {
      draft: { meta: { desk: 'applicant' }, on: { SUBMIT: by('applicant', { target: 'done' }) } },
      done: { type: 'final' },
    },
  });
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

describe('what a condition reads and says', () => {
  const failing = (condition: Partial<EventCondition>, event: Partial<RouteEvent> = {}) => {
    const edition = routeThat(condition);
    return conditionsOf(edition, 'review', { ...EVENT, ...event }, ruleData(edition, {}, { application }));
  };

  it.each<[string, Logic]>([
    ['the input', { '==': [{ var: 'input.note' }, 'seen'] }],
    ['who fires', { '==': [{ var: 'desk' }, 'applicant'] }],
    ['when', { '==': [{ var: 'now' }, EVENT.now] }],
    ['the data around it', { '==': [{ var: 'application.person.name' }, 'Test A'] }],
  ])('reads %s', (_, require) => {
    expect(failing({ require }, { input: { note: 'seen' } })).toEqual([]);
    expect(failing({ require: { '!': [require] } }, { input: { note: 'seen' } })).toHaveLength(1);
  });

  it('finds no input where none was given', () =>
    expect(failing({ require: { '==': [{ var: 'input' }, null] } })).toEqual([]));

  it('says its clause where it has one', () => {
    expect(failing({ require: false, source: 'clause 1' })).toMatchObject([{ source: 'clause 1' }]);
    expect(failing({ require: false })[0]).not.toHaveProperty('source');
  });

  it('is none for an event that the route does not know', () =>
    expect(failing({ require: false }, { type: 'NOTHING' })).toEqual([]));
});

describe('a batch', () => {
  it.each(NOT_TRUE)('does not pass on %s', (_, require) => {
    expect(refusalOf(routeThat({ require: true }, require))).toBe('batch');
  });

  it('passes on true', () => expect(refusalOf(routeThat({ require: true }, true))).toBeNull());
});
