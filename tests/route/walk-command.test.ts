import { describe, expect, it } from 'vitest';
import { type WalkScript, walkEvents } from '#cli/commands/walk/events.ts';
import type { JsonObject } from '#core/model/index.ts';
import { THEATRE } from '../journeys/harness.ts';
import { GARDENS, machines } from './garden-plots.ts';
import { GARDEN, openRoutes, routeIn } from './programmes.ts';

const edition = await openRoutes(GARDEN);

function walk(script: Partial<WalkScript>) {
  const organisations = GARDENS.map((one) => ({ ...one, parentId: one.parentId ?? null }));
  const whole: WalkScript = {
    unit: 'north',
    organisations,
    events: [],
    sections: { costs: { asked: 4000 }, ...(machines('no').application as object) },
    ...script,
  };
  return [...walkEvents(edition, routeIn(edition, 'application'), whole)].map(({ lines, refused }) => ({
    text: lines.join('\n'),
    refused,
  }));
}

it('a desk without an office of its own is held by the one above, and told by its own title', async () => {
  const fund = await openRoutes(THEATRE);
  const steps = walkEvents(fund, routeIn(fund, 'application'), {
    ...{ unit: 'cellar', category: 'premiere', now: '2026-05-01T09:00:00+08:00' },
    organisations: [
      { id: 'bureau', kind: 'bureau' },
      { id: 'jury', kind: 'panel', parentId: 'bureau' },
      { id: 'cellar', kind: 'theatre', parentId: 'bureau' },
    ],
    sections: { finances: { asked: 4_000 } },
    events: [
      { by: 'applicant', type: 'SUBMIT' },
      { by: 'theatre', type: 'PASS', input: { opinion: 'Good' } },
      { by: 'panel', type: 'SCORE', input: { opinion: 'Good', points: 80 } },
      { by: 'finance', type: 'PASS', input: { opinion: 'Right' } },
    ],
  });
  const read = [...steps].map(({ lines, refused }) => ({ text: lines.join('\n'), refused }));
  expect(read.filter(({ refused }) => refused)).toEqual([]);
  expect(read.at(-1)?.text).toContain('候选');
});

describe('a batch that goes for the first of its queue', async () => {
  const fund = await openRoutes(THEATRE);
  const decide = (type: string) => ({ by: 'bureau', type, input: { opinion: 'Good', points: 80 } });
  const last = (finances: object) =>
    [
      ...walkEvents(fund, routeIn(fund, 'application'), {
        ...{ unit: 'cellar', category: 'premiere', now: '2026-05-01T09:00:00+08:00' },
        organisations: [
          { id: 'bureau', kind: 'bureau' },
          { id: 'cellar', kind: 'theatre', parentId: 'bureau' },
        ],
        sections: { finances, opinions: { bureau: { opinion: 'Good', points: 80 } } } as JsonObject,
        events: [
          { by: 'applicant', type: 'SUBMIT' },
          { by: 'theatre', type: 'PASS', input: { opinion: 'Good' } },
          decide('SCORE'),
          { by: 'bureau', type: 'AWARD' },
        ],
      }),
    ].at(-1);

  it.each([
    [8000, false, '申请金额 8000 ≤ 8000'],
    [8000.01, true, 'below-line'],
  ])('takes the case where it comes above the line: %s', (asked, refused, text) => {
    const step = last({ asked });
    expect([step?.refused, step?.lines.join('\n')]).toEqual([refused, expect.stringContaining(text)]);
  });
});

describe('walking from a file', () => {
  it('tells state, queues and effects of every step', () => {
    const [start, submitted, passed] = walk({
      events: [
        { by: 'applicant', type: 'SUBMIT' },
        { by: 'association', type: 'PASS', input: { opinion: 'Good' } },
      ],
    });
    expect(start?.text).toContain('"draft" Draft');
    expect(submitted?.text).toContain('association (north): todo');
    expect(passed?.text).toMatch(/garden \(city\): todo · money \(treasury\): todo/);
    expect(passed?.text).toContain('effect   write {"section":"opinions","field":"association"}');
  });

  it('goes on after a refusal', () => {
    const steps = walk({
      events: [
        { by: 'garden', type: 'PASS' },
        { by: 'applicant', type: 'SUBMIT' },
      ],
    });
    expect(steps.map((one) => one.refused)).toEqual([false, true, false]);
    expect(steps[1]?.text).toContain('refused  not-allowed');
  });

  it.each([
    [5000, false],
    [5001, true],
  ])('counts a batch over this one case: %s pounds refused is %s', (asked, refused) => {
    const events = [
      { by: 'applicant', type: 'SUBMIT' },
      ...['association', 'garden', 'money'].map((by) => ({ by, type: 'PASS', input: { opinion: 'Good' } })),
      { by: 'garden', type: 'AWARD' },
    ];
    expect(walk({ sections: { costs: { asked } }, events }).at(-1)?.refused).toBe(refused);
  });

  it('refuses an event without what it asks for', () => {
    const steps = walk({
      events: [
        { by: 'applicant', type: 'SUBMIT' },
        { by: 'association', type: 'PASS', input: { opinion: '' } },
        { by: 'association', type: 'RETURN' },
      ],
    });
    expect(steps.map((one) => one.refused)).toEqual([false, false, true, true]);
    expect(steps[2]?.text).toContain('required: Pass Opinion');
    expect(steps[3]?.text).toMatch(/required: .+ Opinion/);
  });

  it('names an organisation of an unknown kind', () => {
    expect(() => walk({ organisations: [{ id: 'x', kind: 'bank' }] })).toThrow(/unknown kind "bank"/);
  });
});
