/** Rules over the applicant's other applications: read where they stand now, counted, and no more of them than that. */
import { cp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/model/index.ts';
import { changedCopy, changeFiles } from '../changed.ts';
import { GARDEN, startServer, type TestServer } from '../harness.ts';
import { mainly } from '../kinds.ts';
import { Stage } from '../stage.ts';

const OLD = '2026H2';
const NEW = '2027H1';
const BEFORE = new Date('2026-09-01T09:55:00Z');
const AFTER = new Date('2026-09-01T10:05:00Z');

/** The garden programme with a next cycle, in which nobody hands in while an earlier application is open. */
async function twoCycles(): Promise<string> {
  const folder = await changedCopy(GARDEN, {});
  await cp(join(folder, OLD), join(folder, NEW), { recursive: true });
  await changeFiles(folder, {
    [`${NEW}/edition.json`]: (edition) => {
      edition.id = NEW;
      Object.assign(edition.cycle as JsonObject, {
        ...{ id: NEW, title: 'First half of 2027', year: 2027, half: 1 },
        ...{ opensAt: '2026-09-01T10:00:00Z', closesAt: '2027-06-30T00:00:00Z' },
        returnedUntil: '2027-07-31T00:00:00Z',
      });
    },
    [`${OLD}/routes/application.json`]: oneAtATime,
    [`${NEW}/routes/application.json`]: oneAtATime,
  });
  return folder;
}

function oneAtATime(route: JsonObject): void {
  const { SUBMIT } = route.events as { SUBMIT: { conditions: JsonObject[] } };
  SUBMIT.conditions.push({
    id: 'one-at-a-time',
    require: {
      '==': [{ length: { filter: [{ var: 'others' }, { in: ['open', { var: 'tags' }] }] } }, 0],
    },
    message: 'An earlier application is open',
    severity: 'block',
  });
}

describe.each(mainly('sqlite'))("the applicant's other applications, on %s", (kind) => {
  let folder: string;
  let server: TestServer;
  let stage: Stage;
  let now = BEFORE;
  const cases = { old: '', next: '', foreign: '' };

  beforeAll(async () => {
    folder = await twoCycles();
    server = await startServer({ definitions: folder, kind, clock: () => now });
    stage = await Stage.open(server);
    for (const name of ['treasury', 'city', 'north-gardens']) await stage.organisation(name);
    const [a, b] = [await stage.person('gardener-a'), await stage.person('gardener-b')];
    cases.old = await stage.fill(a, 'complete');
    cases.foreign = await stage.fill(b, 'complete');
    await stage.fire(a, cases.old, 'SUBMIT');
    await stage.fire(b, cases.foreign, 'SUBMIT');
    now = AFTER;
    cases.next = await stage.fill(a, 'complete');
  });

  afterAll(async () => {
    await server.close();
    await rm(dirname(folder), { recursive: true, force: true });
  });

  it('are known to the page, with nothing of their answers and nothing of anybody else', async () => {
    const { facts } = await stage.view(await stage.person('gardener-a'), cases.next);
    expect(facts.others).toEqual([
      {
        cycle: OLD,
        category: 'plot',
        categoryTitle: 'Single plot',
        state: 'atAssociation',
        title: 'At the association',
        tags: ['open'],
        round: 1,
        enteredAt: expect.any(String),
      },
    ]);
  });

  it('stop what a condition forbids, until they stand otherwise', async () => {
    const gardener = await stage.person('gardener-a');
    const refused = await stage.refused(gardener, cases.next, 'SUBMIT');
    expect(JSON.stringify(refused)).toContain('An earlier application is open');
    await stage.fire(await stage.organisation('north-gardens'), cases.old, 'RETURN', { opinion: 'Not yet' });
    await stage.fire(gardener, cases.next, 'SUBMIT');
    expect((await stage.view(gardener, cases.next)).facts.others?.[0]?.tags).toEqual(['returned']);
  });

  it('of two that are handed in at once, in two cycles, one is open and the other is refused', async () => {
    const gardener = await stage.person('gardener-a');
    const association = await stage.organisation('north-gardens');
    const both = [cases.old, cases.next];
    for (let round = 0; round < 4; round += 1) {
      for (const id of both)
        if ((await stage.view(gardener, id)).facts.case?.tags?.includes('open'))
          await stage.fire(association, id, 'RETURN', { opinion: 'Again' });
      const versions = await Promise.all(both.map(async (id) => (await stage.view(gardener, id)).version));
      const fired = await Promise.all(
        both.map((id, at) =>
          gardener.post(`/api/cases/${id}/events`, { event: 'SUBMIT', version: versions[at] }),
        ),
      );
      expect(fired.map(({ status }) => status < 300).sort()).toEqual([false, true]);
    }
  });

  it('of an organisation are those of all who file for it, and none that they file for themselves', async () => {
    const association = await stage.organisation('north-gardens');
    const other = await stage.addUser(association, 'secretary-2', 'secretary');
    now = BEFORE;
    const { id: first } = await association.must(
      association.post<{ id: string }>('/api/applications', { category: 'commons' }),
    );
    now = AFTER;
    const { id: second } = await other.must(
      other.post<{ id: string }>('/api/applications', { category: 'commons' }),
    );
    for (const [client, id, cycle] of [
      [other, second, OLD],
      [association, first, NEW],
    ] as const) {
      const { facts } = await stage.view(client, id);
      expect(facts.others?.map((one) => [one.cycle, one.category])).toEqual([[cycle, 'commons']]);
    }
  });
});
