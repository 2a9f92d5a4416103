/** Until when an event is open: read from its guards and conditions, whatever way they are written in. */
import { expect, it } from 'vitest';
import { ruleData } from '#core/evaluate/index.ts';
import type { Json } from '#core/model/index.ts';
import { deadlineOf, initialState } from '#core/route/index.ts';
import { routeIn } from './programmes.ts';
import { by, reviewEdition } from './tiny-route.ts';

const NOW = '2026-05-10T09:00:00Z';
const now = { var: 'now' };
const entered = { var: 'case.enteredAt' };
const tenDays = { '<=': [{ days: [entered, now] }, 10] };
const closes = { '<': [now, '2026-05-15T18:00:00Z'] };

function deadline(whens: (Json | undefined)[], conditions: Json[] = []): string | null {
  const edition = reviewEdition({
    held: ['office'],
    events: {
      APPEAL: {
        title: 'Appeal',
        conditions: conditions.map((require, at) => ({
          id: `c${at}`,
          require,
          message: 'Too late',
          severity: 'block' as const,
        })),
      },
    },
    states: {
      refused: {
        on: { APPEAL: whens.map((when) => by('applicant', when === undefined ? {} : { when })) },
      },
    },
  });
  const route = routeIn(edition, 'review');
  const state = initialState(route, '2026-05-01T09:00:00Z', {});
  const data = ruleData(edition, { now: NOW, case: { enteredAt: '2026-05-01T09:00:00Z' } });
  return deadlineOf(edition, route, state, { type: 'APPEAL', by: 'applicant' }, data);
}

it.each<[string, (Json | undefined)[], Json[], string | null]>([
  ['so many days', [tenDays], [], '2026-05-11'],
  ['fewer than so many days', [{ '<': [{ days: [entered, now] }, 10] }], [], '2026-05-10'],
  ['a moment', [closes], [], '2026-05-15T18:00:00Z'],
  [
    'a moment, written the other way round',
    [{ '>=': ['2026-05-15T18:00:00Z', now] }],
    [],
    '2026-05-15T18:00:00Z',
  ],
  ['the day of now', [{ '<=': [{ date: now }, '2026-05-15'] }], [], '2026-05-15'],
  ['the sooner of both', [{ and: [{ '==': [1, 1] }, tenDays, closes] }], [], '2026-05-11'],
  ['a condition', [undefined], [closes], '2026-05-15T18:00:00Z'],
  ['a guard and a condition', [tenDays], [closes], '2026-05-11'],
  ['the later of two ways', [tenDays, closes], [], '2026-05-15T18:00:00Z'],
  ['no limit, where one way has none', [tenDays, undefined], [], null],
  ['no limit', [undefined], [], null],
  ['no limit, where a guard is about something else', [{ '<=': [{ var: 'case.round' }, 3] }], [], null],
])('is %s', (_name, whens, conditions, wanted) => expect(deadline(whens, conditions)).toBe(wanted));
