import { apply, type Change, mends } from '#core/change/index.ts';
import type { JsonObject, SourceFile } from '#core/model/index.ts';
import type { DraftView, SourceFiles } from '#core/model/wire/index.ts';
import { readFolder } from '#server/load/index.ts';
import { changedCopy } from '../changed.ts';
import type { Client, Refused } from '../client.ts';
import { GARDEN } from '../harness.ts';
import type { Stage } from '../stage.ts';

/** A copy of the garden programme in which people also hand in its card with a signature on it. */
export const gardenWithSignedCard = (cycle: string): Promise<string> =>
  changedCopy(GARDEN, {
    [`${cycle}/sections/photos.json`]: (section) => {
      (section.slots as JsonObject[]).push({ id: 'signed', title: 'The card, signed', of: 'card' });
    },
  });

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
export const pushFolder = async (officers: Officers, folder: string): Promise<string> =>
  pushFiles(officers, await readFolder(folder));

/** The same of files that stand in no folder. */
export async function pushFiles({ author }: Officers, all: readonly SourceFile[]): Promise<string> {
  const files = all.map(({ path, text }) => ({ path, text }));
  const body = Buffer.from(JSON.stringify({ files }));
  return (await author.must(author.upload<{ id: string }>('/api/drafts?title=Next', body))).id;
}

export const viewDraft = (client: Client, id: string): Promise<DraftView> =>
  client.must(client.get<DraftView>(`/api/drafts/${id}`));

/** Files as they are read from what the server gives. */
export const asRead = (files: SourceFiles['files']): SourceFile[] =>
  files.map(({ path, text }) =>
    path.endsWith('.json') ? { path, text, json: JSON.parse(text) } : { path, text },
  );

/** Changes with what the examples need after them, as whoever sends them works it out; and the files afterwards. */
export function withMends(
  start: readonly SourceFile[],
  changes: readonly Change[],
): { all: Change[]; files: readonly SourceFile[] } {
  const all: Change[] = [];
  let files = start;
  const add = (change: Change): void => {
    const applied = apply(files, change);
    if ('problem' in applied) throw new Error(`${change.kind}: ${applied.problem.message}`);
    all.push(change);
    files = applied.files;
  };
  for (const change of changes) {
    const needed = mends(files, change);
    add(change);
    needed.forEach(add);
  }
  return { all, files };
}

/** A draft of what a cycle has published, with these changes and the mends of their examples as one act. */
export async function draftWith(author: Client, cycle: string, changes: readonly Change[]): Promise<string> {
  const { id } = await author.must(author.post<{ id: string }>('/api/drafts', { title: 'Next', cycle }));
  const { files } = await author.must(author.get<SourceFiles>(`/api/drafts/${id}/files`));
  const body = { length: 0, changes: withMends(asRead(files), changes).all, why: 'Resolution 7' };
  await author.must(author.post(`/api/drafts/${id}/changes`, body));
  return id;
}

/** Writes the reason for each changed rule that no example reaches. */
export async function giveReasons({ author }: Officers, id: string): Promise<void> {
  const { unreached } = await viewDraft(author, id);
  for (const { rule, reason } of unreached)
    if (reason === null)
      await author.must(
        author.post(`/api/drafts/${id}/reasons`, { rule, text: 'Its field has another name' }),
      );
}

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
