import { expect } from 'vitest';
import type { MoveView } from '#core/model/wire/index.ts';
import type { Client } from '../../journeys/client.ts';
import { viewDraft } from '../../journeys/publishing/publish.ts';
import type { Acts, World } from './world.ts';

/** A move from what was published until now to something else; whoever publishes it gives the codes. */
async function moveStart({ changedDraft, city, codeOf, officers, server }: World) {
  const { second, name } = officers;
  const { hash } = await server.services.editions.current();
  const id = await changedDraft();
  const { source } = await viewDraft(city, id);
  await city.must(city.post(`/api/drafts/${id}/submit`, { source }));
  await second.must(second.post(`/api/drafts/${id}/approve`, { source, code: codeOf(name) }));
  return { edition: hash, why: 'Resolution 7' };
}

async function triedMove(world: World): Promise<string> {
  const { second } = world.officers;
  const { id } = await second.must(second.post<{ id: string }>('/api/moves', await moveStart(world)));
  await reached(second, id, 'tried');
  return id;
}

async function reached(who: Client, id: string, status: MoveView['status']): Promise<void> {
  const present = async () => (await who.get<MoveView>(`/api/moves/${id}`)).body.status;
  await expect.poll(present, { timeout: 60_000 }).toBe(status);
}

/** Cases under way that go over to another edition. */
export const moves = (world: World): Acts => ({
  'POST /api/moves': async () => {
    const { second } = world.officers;
    const start = await moveStart(world);
    const send = async () => {
      const answer = await second.post<{ id: string }>('/api/moves', start);
      // What its job tries is not to be written in the middle of the next one.
      if (answer.status < 300) await reached(second, answer.body.id, 'tried');
      return answer;
    };
    return { who: second, send };
  },
  'POST /api/moves/:id': async () => {
    const { second, name } = world.officers;
    const id = await triedMove(world);
    const act = { act: 'move', code: world.codeOf(name) };
    const send = async () => {
      const answer = await second.post(`/api/moves/${id}`, act);
      // What the job does then is not to happen in the middle of the next one.
      if (answer.status === 200) await reached(second, id, 'moved');
      return answer;
    };
    return { who: second, send };
  },
});
