import type { DraftView } from '#core/model/wire/index.ts';
import { readFolder } from '#server/load/index.ts';
import type { Client, Refused } from '../client.ts';
import type { Stage } from '../stage.ts';

/** Two who may publish: one writes, the other approves. */
export type Officers = { author: Client; second: Client; name: string };

/** The seeded office, and a second officer that it adds. */
export async function officersOf(stage: Stage): Promise<Officers> {
  const author = await stage.organisation('city');
  const name = 'second-officer';
  const second = stage.isHere(name)
    ? await stage.organisation(name)
    : await stage.addUser(author, name, 'officer');
  return { author, second, name };
}

/** Brings a folder in as a draft, as `shenbao push` does. */
export async function pushFolder({ author }: Officers, folder: string): Promise<string> {
  const files = (await readFolder(folder)).map(({ path, text }) => ({ path, text }));
  const body = Buffer.from(JSON.stringify({ files }));
  return (await author.must(author.upload<{ id: string }>('/api/drafts?title=Next', body))).id;
}

export const viewDraft = (client: Client, id: string): Promise<DraftView> =>
  client.must(client.get<DraftView>(`/api/drafts/${id}`));

/** One submits what stands in the draft now, the other approves it: at once, or for an hour. */
export async function approve(
  stage: Stage,
  { author, second, name }: Officers,
  id: string,
  at?: string,
): Promise<Refused> {
  const { source } = await viewDraft(author, id);
  await author.must(author.post(`/api/drafts/${id}/submit`, { source, why: 'Resolution 7' }));
  return second.post(`/api/drafts/${id}/approve`, { source, at, code: stage.code(name) }) as Promise<Refused>;
}
