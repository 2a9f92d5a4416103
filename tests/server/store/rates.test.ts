import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rates } from '#server/store/index.ts';
import { describeOnDatabases } from '../../support/databases.ts';

const MINUTE = 60_000;
const WINDOW = 15 * MINUTE;
const MOST = 10;
const START = Date.parse('2026-05-01T01:00:00.000Z');
const timeOf = (milliseconds: number): string => new Date(START + milliseconds).toISOString();

describeOnDatabases('a rate', (db) => {
  const hit = (key: string, at: number) => rates.hit(db(), key, WINDOW / 1000, timeOf(at));

  it('does not begin anew where one quarter of an hour ends and the next begins', async () => {
    for (let at = 0; at < MOST; at += 1) await hit('edge', 14.5 * MINUTE);
    expect(await hit('edge', 15.5 * MINUTE)).toBe(MOST + 1);
    expect(await rates.peek(db(), 'edge', WINDOW / 1000, timeOf(31.5 * MINUTE))).toBe(0);
  });

  it('takes back a count, and never more', async () => {
    await hit('back', 0);
    for (let at = 0; at < 3; at += 1) await rates.unhit(db(), 'back', WINDOW / 1000, timeOf(0));
    expect(await rates.peek(db(), 'back', WINDOW / 1000, timeOf(0))).toBe(0);
  });

  it('lets no more through in any window than it says, wherever the window begins', async () => {
    let run = 0;
    const gaps = fc.array(fc.integer({ min: 1, max: 3 * MINUTE }), { minLength: 20, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(gaps, async (waits) => {
        run += 1;
        const passed: number[] = [];
        let now = 0;
        for (const wait of waits) {
          now += wait;
          if ((await hit(`any-${run}`, now)) <= MOST) passed.push(now);
        }
        for (const from of passed)
          expect(passed.filter((at) => at >= from && at < from + WINDOW).length).toBeLessThanOrEqual(MOST);
      }),
      { numRuns: 15 },
    );
  });
});
