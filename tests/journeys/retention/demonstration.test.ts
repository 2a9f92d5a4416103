/** A demonstration that is played in whatever year is open then, and nothing of it is too old. */
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCycle } from '#server/seed/index.ts';
import { eraseDueCases } from '#server/services/retention/index.ts';
import { cases } from '#server/store/index.ts';
import { startServer } from '../harness.ts';
import { mainly } from '../kinds.ts';
import { retainedForAYear } from './programme.ts';

describe.each(mainly('sqlite'))('a demonstration and the term of answers, on %s', (kind) => {
  let definitions: string;
  beforeAll(async () => {
    definitions = await retainedForAYear();
    // With one cycle, as programmes begin.
    await rm(join(definitions, '2027H1'), { recursive: true });
  });
  afterAll(() => rm(dirname(definitions), { recursive: true, force: true }));

  it.each(['2019-05-01', '2026-12-20', '2031-06-15', '2044-02-29'])('is retained on %s', async (day) => {
    let now = new Date(`${day}T10:00:00Z`);
    const server = await startServer({ definitions, kind, demo: true, clock: () => now });
    const applications = async (): Promise<number> =>
      (await cases.countByCycle(server.services.db)).reduce((sum, { count }) => sum + count, 0);
    const erased = async (): Promise<number> =>
      (await eraseDueCases(server.services, async () => undefined)).erased;
    const before = await applications();
    expect(before).toBeGreaterThan(0);
    expect([await erased(), await applications()]).toEqual([0, before]);
    // Started again after the cycle was over, it is moved on.
    now = new Date(now.getTime() + 3 * 366 * 86_400_000);
    await openCycle(server.services);
    expect([await erased(), await applications()]).toEqual([0, before]);
    await server.stop();
  });
});
