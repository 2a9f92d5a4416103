/** Time limits that fire: `after` a duration, or at a date that logic gives. */
import { describe, expect, it } from 'vitest';
import { type WalkScript, walkEvents } from '#cli/commands/walk/events.ts';
import { ruleData } from '#core/evaluate/index.ts';
import type { CaseState, CompiledEdition, Json, JsonObject } from '#core/model/index.ts';
import { deadlineOf, initialState, lapse, stateValues, step, timeLimits } from '#core/route/index.ts';
import { routeIn } from '../programmes.ts';
import { by, reviewEdition } from '../tiny-route.ts';

const BEGUN = '2026-05-01T09:00:00Z';
const parts = {
  held: ['office'],
  events: { APPEAL: { title: 'Appeal' }, PASS: { title: 'Pass' }, NOTE: { title: 'Note' } },
};

function edition(states: JsonObject, more: JsonObject = {}): CompiledEdition {
  return reviewEdition({ ...parts, states, ...more });
}

/** What fires by a moment, as the state it leads to; null where nothing does. */
function fires(
  one: CompiledEdition,
  state: CaseState,
  now: string,
  facts: JsonObject = {},
): CaseState | null {
  const data = { ...ruleData(one, { now, ...facts }), now };
  return lapse(one, routeIn(one, 'review'), state, data)?.next ?? null;
}

const begin = (one: CompiledEdition): CaseState =>
  initialState(routeIn(one, 'review'), BEGUN, { office: 'o' });

describe('a limit of so long', () => {
  it.each<[string, string, string]>([
    ['P14D', '2026-05-15T23:59:59Z', '2026-05-16T00:00:00Z'],
    ['P2W', '2026-05-15T23:59:59Z', '2026-05-16T00:00:00Z'],
    ['P1M', '2026-06-01T23:59:59Z', '2026-06-02T00:00:00Z'],
    ['P1Y', '2027-05-01T23:59:59Z', '2027-05-02T00:00:00Z'],
    ['PT12H', '2026-05-01T20:59:59Z', '2026-05-01T21:00:00Z'],
    ['PT30M', '2026-05-01T09:29:59Z', '2026-05-01T09:30:00Z'],
  ])('%s still runs at %s and is over at %s', (key, before, after) => {
    const one = edition({ refused: { after: { [key]: 'lapsed' } }, lapsed: { type: 'final' } });
    expect(fires(one, begin(one), before)).toBeNull();
    expect(fires(one, begin(one), after)?.value).toBe('lapsed');
  });

  it('counts days in the time zone in which the moment is written', () => {
    const one = edition({ refused: { after: { P1D: 'lapsed' } }, lapsed: { type: 'final' } });
    const state = initialState(routeIn(one, 'review'), '2026-05-01T23:30:00+08:00', {});
    expect(fires(one, state, '2026-05-02T23:59:00+08:00')).toBeNull();
    expect(fires(one, state, '2026-05-03T00:00:00+08:00')?.value).toBe('lapsed');
  });

  it('counts from the entry of its own state, whatever moves inside it', () => {
    const one = edition({
      stage: {
        initial: 'first',
        after: { P10D: 'lapsed' },
        states: { first: { on: { PASS: by('office', { target: 'second' }) } }, second: {} },
      },
      lapsed: { type: 'final' },
    });
    const now = '2026-05-08T09:00:00Z';
    const event = { type: 'PASS', by: 'office', now };
    const passed = step(one, 'review', begin(one), event, ruleData(one, { now }));
    if ('refused' in passed) throw new Error(passed.refused.message);
    expect(passed.next.context.enteredAt).toBe(now);
    expect(fires(one, passed.next, '2026-05-11T23:59:00Z')).toBeNull();
    expect(fires(one, passed.next, '2026-05-12T00:00:00Z')?.value).toBe('lapsed');
  });

  it('is gone with its state, and runs anew when the state is entered again', () => {
    const one = edition({
      refused: { after: { P10D: 'lapsed' }, on: { APPEAL: by('applicant', { target: 'heard' }) } },
      heard: { on: { PASS: by('office', { target: 'refused' }) } },
      lapsed: { type: 'final' },
    });
    const moved = (state: CaseState, type: string, actor: string, now: string): CaseState => {
      const result = step(one, 'review', state, { type, by: actor, now }, ruleData(one, { now }));
      if ('refused' in result) throw new Error(result.refused.message);
      return result.next;
    };
    const heard = moved(begin(one), 'APPEAL', 'applicant', '2026-05-05T09:00:00Z');
    expect(heard.context.timers).toEqual({});
    expect(fires(one, heard, '2026-07-01T09:00:00Z')).toBeNull();
    const again = moved(heard, 'PASS', 'office', '2026-06-01T09:00:00Z');
    expect(fires(one, again, '2026-06-11T09:00:00Z')).toBeNull();
    expect(fires(one, again, '2026-06-12T00:00:00Z')?.value).toBe('lapsed');
  });
});

describe('a limit at a date', () => {
  const until = (at: Json) =>
    edition(
      { refused: { after: { closing: 'lapsed' } }, lapsed: { type: 'final' } },
      { delays: { closing: { title: 'The cycle', at } } },
    );

  it.each<[string, Json, string, string]>([
    ['a day, to its end', '2026-05-09', '2026-05-09T23:59:59Z', '2026-05-10T00:00:00Z'],
    ['a moment', '2026-05-09T12:00:00Z', '2026-05-09T11:59:59Z', '2026-05-09T12:00:00Z'],
  ])('%s', (_, at, before, after) => {
    const one = until(at);
    expect(fires(one, begin(one), before)).toBeNull();
    expect(fires(one, begin(one), after)?.value).toBe('lapsed');
  });

  it('is read anew each time: a window that was moved moves it', () => {
    const one = until({ var: 'cycle.closesAt' });
    const at = (closesAt: string) =>
      fires(one, begin(one), '2026-06-01T00:00:00Z', {
        cycle: { ...one.definition.edition.cycle, closesAt },
      });
    expect(at('2026-05-31T00:00:00Z')?.value).toBe('lapsed');
    expect(at('2026-06-30T00:00:00Z')).toBeNull();
  });

  it('never comes where the logic gives no date', () => {
    const one = until({ var: 'application.plan.none' });
    expect(fires(one, begin(one), '2036-01-01T00:00:00Z')).toBeNull();
  });
});

describe('a reminder', () => {
  const one = edition({
    waiting: {
      meta: { desk: 'office' },
      after: { P3D: {}, P10D: { target: 'lapsed' } },
      on: { NOTE: by('office', {}) },
    },
    lapsed: { type: 'final' },
  });

  it('leaves the case where it is and fires once', () => {
    const reminded = fires(one, begin(one), '2026-05-06T09:00:00Z');
    expect(reminded?.value).toBe('waiting');
    expect(reminded?.context.enteredAt).toBe(BEGUN);
    expect(reminded && fires(one, reminded, '2026-05-07T09:00:00Z')).toBeNull();
    expect(reminded && fires(one, reminded, '2026-05-20T09:00:00Z')?.value).toBe('lapsed');
  });

  it('comes first where both are over', () =>
    expect(fires(one, begin(one), '2026-06-06T09:00:00Z')?.value).toBe('waiting'));
});

describe('a guard on a limit', () => {
  const one = edition({
    waiting: {
      meta: { desk: 'office' },
      after: {
        P3D: [
          { target: 'lapsed', when: { '!': { var: 'application.plan.paid' } } },
          { target: 'closed', when: { '==': [{ var: 'application.plan.paid' }, 'late'] } },
        ],
      },
    },
    lapsed: { type: 'final' },
    closed: { type: 'final' },
  });
  const after = (paid: Json): Json | undefined => {
    const now = '2026-05-09T09:00:00Z';
    const data = { ...ruleData(one, { now }), application: { plan: { paid } }, now };
    return lapse(one, routeIn(one, 'review'), begin(one), data)?.next.value;
  };

  it.each([
    [null, 'lapsed'],
    ['late', 'closed'],
    ['yes', undefined],
  ])('reads the case as it is then: %s leads to %s', (paid, state) => expect(after(paid)).toBe(state));
});

describe('what follows from a limit', () => {
  const one = edition({
    refused: {
      meta: { desk: 'office' },
      after: { P14D: { target: 'closed', actions: ['clearRound'] } },
      on: { APPEAL: by('applicant', { target: 'heard' }), NOTE: by('office', {}) },
    },
    heard: { meta: { desk: 'office' }, after: { P2D: 'refused' } },
    closed: { type: 'final', tags: ['closed'] },
  });

  it('no person fires it, by whatever name', () => {
    for (const type of ['after.P14D', 'after.P14D.refused'])
      for (const actor of ['applicant', 'office', 'system'])
        expect(
          step(one, 'review', begin(one), { type, by: actor, now: BEGUN }, ruleData(one, { now: BEGUN })),
        ).toHaveProperty('refused.code', 'unknown-event');
  });

  it('the desk that returned the case last is the system', () =>
    expect(fires(one, begin(one), '2026-06-01T00:00:00Z')?.context.returnedBy).toBe('system'));

  it('its state is explored', () => expect(stateValues(routeIn(one, 'review'))).toContain('closed'));

  it('what may be done in the state may be done until then', () => {
    const data = ruleData(one, { now: BEGUN });
    const until = (type: string, actor: string) =>
      deadlineOf(one, routeIn(one, 'review'), begin(one), { type, by: actor }, data);
    expect([until('APPEAL', 'applicant'), until('NOTE', 'office')]).toEqual(['2026-05-15', '2026-05-15']);
  });

  it('several run side by side, soonest first', () => {
    const both = edition({ a: { after: { P9D: 'b', PT5H: {} } }, b: { type: 'final' } });
    const limits = timeLimits(both, routeIn(both, 'review'), begin(both), ruleData(both, { now: BEGUN }));
    expect(limits.map(({ at }) => at)).toEqual(['2026-05-01T14:00:00.000Z', '2026-05-10']);
  });

  it('a walk fires it when its time passes, each at its own moment', () => {
    const script: WalkScript = {
      unit: 'o',
      now: BEGUN,
      organisations: [{ id: 'o', kind: one.definition.programme.organisationKinds[0]?.id ?? '' }],
      events: [
        { by: 'applicant', type: 'APPEAL', now: '2026-05-02T09:00:00Z' },
        { now: '2026-05-20T00:00:00Z' },
        { by: 'applicant', type: 'APPEAL', now: '2026-05-21T00:00:00Z' },
      ],
    };
    const steps = [...walkEvents(one, routeIn(one, 'review'), script)];
    expect(steps.map(({ lines }) => /state +"(\w+)"/.exec(lines.join('\n'))?.[1])).toEqual([
      'refused',
      'heard',
      'refused',
      'closed',
      undefined,
    ]);
    expect(steps.map(({ refused }) => refused)).toEqual([false, false, false, false, true]);
    expect(steps[2]?.lines[0]).toContain('2 days later');
  });
});
