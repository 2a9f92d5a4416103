import { expect } from 'vitest';
import type { MoveView } from '#core/model/wire/index.ts';
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
  const tried = async () => (await second.get<MoveView>(`/api/moves/${id}`)).body.status;
  await expect.poll(tried, { timeout: 60_000 }).toBe('tried');
  return id;
}

/** Cases under way that go over to another edition. */
export const moves = (world: World): Acts => ({
  'POST /api/moves': async () => {
    const { second } = world.officers;
    const start = await moveStart(world);
    return { who: second, send: () => second.post('/api/moves', start) };
  },
  'POST /api/moves/:id': async () => {
    const { second, name } = world.officers;
    const id = await triedMove(world);
    const act = { act: 'move', code: world.codeOf(name) };
    return { who: second, send: () => second.post(`/api/moves/${id}`, act) };
  },
});
