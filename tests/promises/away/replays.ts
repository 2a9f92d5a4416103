import { expect } from 'vitest';
import type { ExampleView, ReplayList } from '#core/model/wire/index.ts';
import { jobs, replays } from '#server/store/index.ts';
import type { Client } from '../../journeys/client.ts';
import { viewDraft } from '../../journeys/publishing/publish.ts';
import type { Acts, World } from './world.ts';

const CYCLE = '2026H2';

async function changed({ changedDraft, city }: World) {
  const draft = await changedDraft();
  const { source } = await viewDraft(city, draft);
  return {
    path: `/api/drafts/${draft}/replays`,
    body: { source, cycle: CYCLE, target: CYCLE, mode: 'carried' },
  };
}

async function over(who: Client, path: string): Promise<void> {
  const status = async () => (await who.get<ReplayList>(path)).body.replays[0]?.status;
  await expect.poll(status, { timeout: 60_000 }).toBe('done');
}

/** Applications that are read under a draft. */
export const replayed = (world: World): Acts => ({
  'POST /api/drafts/:id/replays': async () => {
    const who = await world.stage.organisation('treasury');
    const { path, body } = await changed(world);
    const send = async () => {
      const answer = await who.post(path, body);
      // What the job does then is not to happen in the middle of the next one.
      if (answer.status === 201) await over(who, path);
      return answer;
    };
    return { who, send };
  },
  'POST /api/replays/:id/examples': async () => {
    const who = await world.stage.organisation('treasury');
    const { path, case: application } = await exampleOf(world, who);
    const { length } = await who.must(who.get<ExampleView>(`${path}/example?case=${application}`));
    const body = { case: application, length, name: 'Out of an application' };
    return { who, send: () => who.post(`${path}/examples`, body) };
  },
  'GET /api/replays/:id/cases/:case': async () => {
    const who = await world.stage.organisation('treasury');
    const { path, case: application } = await exampleOf(world, who);
    return { who, send: () => who.get(`${path}/cases/${application}`) };
  },
  'DELETE /api/replays/:id': async () => {
    const who = await world.stage.organisation('treasury');
    const id = await waitingReplay(world, who);
    return { who, send: () => who.delete(`/api/replays/${id}`) };
  },
});

/** An application that was replayed, as an example of the draft. */
async function exampleOf(world: World, who: Client) {
  const application = await world.handedIn();
  const { path, body } = await changed(world);
  const { id } = await who.must(who.post<{ id: string }>(path, body));
  await over(who, path);
  return { path: `/api/replays/${id}`, case: application };
}

/** One whose turn has not come. */
async function waitingReplay(world: World, who: Client): Promise<string> {
  const { db, clock } = world.server.services;
  const { path, body } = await changed(world);
  const begun = await who.must(who.post<{ id: string }>(path, body));
  await over(who, path);
  const replay = await replays.get(db, begun.id);
  if (!replay) throw new Error('nothing was replayed');
  const id = `${begun.id.slice(0, -4)}next`;
  await replays.create(db, { ...replay, id, finishedAt: null });
  const createdAt = clock().toISOString();
  const job = { id, kind: 'replay-cases', key: id, userId: '', payload: { replay: id }, createdAt };
  await jobs.create(db, { ...job, dueAt: '2100-01-01T00:00:00.000Z' });
  return id;
}
