/** The authorization table and what is offered, exactly, on routes small enough to see through. */
import { describe, expect, it } from 'vitest';
import { ruleData } from '#core/evaluate/index.ts';
import type { CompiledEdition, Json, JsonObject } from '#core/model/index.ts';
import { actionsOf, initialState, queueEvents, stateValues, step } from '#core/route/index.ts';
import { routeIn } from './programmes.ts';
import { by, reviewEdition } from './tiny-route.ts';

const NOW = '2026-05-01T09:00:00Z';
const events = Object.fromEntries(['SUBMIT', 'PASS', 'BACK'].map((id) => [id, { title: id }]));
const review = (edition: CompiledEdition) => routeIn(edition, 'review');
const when = (rule: Json): JsonObject => ({ guard: { type: 'rule', params: { rule } } });

/** A case at the first state of its route. */
const begun = (edition: CompiledEdition) => initialState(review(edition), NOW, { desk: null });

const dataOf = (edition: CompiledEdition, application: JsonObject) =>
  ruleData(edition, { desks: { desk: null } }, { application });

/** Fires at the first state; where the case stands then, or null where it was refused. */
function led(edition: CompiledEdition, type: string, who: string, application: JsonObject = {}): Json {
  const event = { type, by: who, now: NOW };
  const result = step(edition, 'review', begun(edition), event, dataOf(edition, application));
  return 'refused' in result ? null : result.next.value;
}

describe('the authorization table', () => {
  const { permissions } = review(
    reviewEdition({
      events,
      states: {
        draft: {
          on: {
            SUBMIT: by('applicant', { target: 'pending' }),
            NOISE: by('applicant', { target: 'pending' }),
          },
        },
        pending: {
          initial: 'first',
          on: { BACK: by('head', { target: 'draft' }) },
          states: {
            first: {
              on: {
                PASS: [
                  by('desk', { target: 'second', ...when(true) }),
                  by('desk', { target: '#review.end' }),
                  by(['head', 'desk'], { target: '#review.end', ...when(false) }),
                ],
              },
            },
            second: { on: { PASS: { target: '#review.end' } } },
          },
        },
        end: { type: 'final' },
      },
    }),
  );

  it('has one line for each innermost state, event and actor, those of outer states among them', () => {
    expect(permissions).toEqual([
      { state: 'draft', event: 'SUBMIT', by: 'applicant', guarded: false },
      { state: 'pending.first', event: 'PASS', by: 'desk', guarded: false },
      { state: 'pending.first', event: 'PASS', by: 'head', guarded: true },
      { state: 'pending.first', event: 'BACK', by: 'head', guarded: false },
      { state: 'pending.second', event: 'BACK', by: 'head', guarded: false },
    ]);
  });
});

describe('who may fire', () => {
  const edition = reviewEdition({
    events,
    held: ['desk'],
    states: {
      draft: {
        on: {
          SUBMIT: by('applicant', { target: 'end', ...when({ var: 'application.ready' }) }),
          PASS: { target: 'end' },
          BACK: [by('desk', { target: 'end', ...when(false) }), by('desk', { target: 'other' })],
        },
      },
      other: {},
      end: { type: 'final' },
    },
  });

  it('is who stands in `by`, while the guard holds', () => {
    expect(led(edition, 'SUBMIT', 'applicant', { ready: true })).toBe('end');
    expect(led(edition, 'SUBMIT', 'applicant', { ready: false })).toBeNull();
    expect(led(edition, 'SUBMIT', 'desk', { ready: true })).toBeNull();
  });

  it('is nobody where nobody is named', () =>
    expect(['applicant', 'desk'].map((who) => led(edition, 'PASS', who))).toEqual([null, null]));

  it('takes the first transition whose guard holds', () =>
    expect(led(edition, 'BACK', 'desk')).toBe('other'));

  it.each<[string, JsonObject, string[]]>([
    ['applicant', { ready: true }, ['SUBMIT']],
    ['applicant', {}, []],
    ['desk', {}, ['BACK']],
  ])('is told as what is offered to %s with %j', (who, application, offered) => {
    const data = dataOf(edition, application);
    expect(actionsOf(edition, 'review', begun(edition), who, data)).toEqual(offered);
  });
});

it('a guard of a kind that there is not is named', () => {
  const states = { draft: { on: { SUBMIT: by('applicant', { target: 'draft', guard: { type: 'luck' } }) } } };
  expect(() => reviewEdition({ events, states })).toThrow('{"type":"luck"}');
});

describe('everywhere that a case can get to', () => {
  const edition = reviewEdition({
    events,
    held: ['desk', 'head'],
    queues: { todo: { title: 'To do', holds: 'current' }, seen: { title: 'Seen', holds: 'acted' } },
    states: {
      draft: { meta: { desk: 'applicant' }, on: { SUBMIT: by('applicant', { target: 'sorting' }) } },
      sorting: {
        always: [
          { target: 'atHead', ...when({ var: 'application.large' }) },
          { target: 'atDesk', ...when({ var: 'application.small' }) },
        ],
        meta: { desk: 'desk' },
        on: { BACK: by('desk', { target: 'draft' }) },
      },
      atDesk: {
        meta: { desk: 'desk' },
        on: { PASS: by('desk', { target: 'atHead', actions: 'markActed' }) },
      },
      atHead: { meta: { desk: 'head' }, on: { PASS: by('head', { target: 'end' }) } },
      end: { type: 'final' },
    },
  });

  it('takes every rule to hold and not to hold', () =>
    expect(stateValues(review(edition))).toEqual(['draft', 'atHead', 'atDesk', 'sorting', 'end']));

  it('gives each queue the buttons of its desks, in the order of the definition', () =>
    expect(queueEvents(review(edition))).toEqual({
      todo: { desk: ['PASS', 'BACK'], head: ['PASS'] },
      seen: { desk: [] },
    }));
});
