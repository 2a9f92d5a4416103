import { expect } from 'vitest';
import type { ReplayList } from '#core/model/wire/index.ts';
import { jobs } from '#server/store/index.ts';
import type { Client } from '../../journeys/client.ts';
import { viewDraft } from '../../journeys/publishing/publish.ts';
import type { Acts, World } from './world.ts';

const CYCLE = '2026H2';

async function changed({ changedDraft, city }: World) {
  const draft = await changedDraft();
  const { source } = await viewDraft(city, draft);
  return { path: `/api/drafts/${draft}/replays`, body: { source, cycle: CYCLE, target: CYCLE } };
}

async function over(who: Client, path: string): Promise<void> {
  const status = async () => (await who.get<ReplayList>(path)).body.replays[0]?.status;
  await expect.poll(status, { timeout: 60_000 }).toBe('done');
}

/** Applications that are read under a draft. */
export const replays = (world: World): Acts => ({
  'POST /api/drafts/:id/replays': async () => {
    const who = await world.stage.organisation('treasury');
    const { path, body } = await changed(world);
    return { who, send: () => who.post(path, body) };
  },
  'DELETE /api/replays/:id': async () => {
    const who = await world.stage.organisation('treasury');
    const { path, body } = await changed(world);
    const { id } = await who.must(who.post<{ id: string }>(path, body));
    const { db } = world.server.services;
    await over(who, path);
    // Whatever the worker has done by now: it is to do it again, later.
    const job = await jobs.ofKey(db, 'replay-cases', id);
    const dueAt = '2100-01-01T00:00:00.000Z';
    await jobs.cancel(db, job?.id ?? '', dueAt);
    return { who, send: () => who.delete(`/api/replays/${id}`) };
  },
});
