import type { Readable } from 'node:stream';
import type { Created, DraftStart } from '#core/model/wire/index.ts';
import { newId } from '#server/crypto/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import { fileOf, sourceOf } from '#server/services/editions/index.ts';
import { type Actor, asActor, Failure, notFound, type Services } from '#server/services/ground/index.ts';
import { type DraftRecord, drafts, publications, sources, type Tx } from '#server/store/index.ts';
import { exceeds } from './limits.ts';
import { receiveFiles } from './receive-files.ts';

/** Begins a draft with the files of what is published in a cycle. Throws not-found, `no-source`. */
export async function beginDraft(
  services: Services,
  actor: Actor,
  { title, cycle }: DraftStart,
): Promise<Created> {
  const programme = await programmeOf(services);
  return asActor(services, actor, async (tx) => {
    const last = await publications.last(tx, programme, cycle);
    if (!last) throw notFound();
    if (last.source === null) throw new Failure('conflict', 'no-source');
    return begin(services, tx, actor, { programme, title, source: last.source });
  });
}

/** Begins a draft with files that somebody hands in. Throws `draft-limits`, `bad-request` where they are no programme's. */
export async function importDraft(
  services: Services,
  actor: Actor,
  { title, stream }: { title: string; stream: Readable },
): Promise<Created> {
  const texts = await receiveFiles(stream);
  const programme = await programmeOf(services);
  const files = texts.map(({ path, text }) => fileOf(path, text));
  const file = exceeds(files);
  if (file !== null) throw new Failure('too-large', 'draft-limits', { params: { file } });
  if (new Set(files.map(({ path }) => path)).size < files.length) throw new Failure('invalid', 'bad-request');
  return asActor(services, actor, async (tx) => {
    const taken = sourceOf(files);
    await sources.keep(tx, taken.source, taken.files);
    return begin(services, tx, actor, { programme, title, source: taken.source });
  });
}

type Beginning = Pick<DraftRecord, 'programme' | 'title' | 'source'>;

/** Makes the draft; without an actor it is the folder's. */
export async function begin(
  services: Services,
  tx: Tx,
  actor: Actor | null,
  { programme, title, source }: Beginning,
): Promise<Created> {
  const id = newId();
  await drafts.create(tx, {
    id,
    programme,
    title,
    status: 'editing',
    base: await publications.sourcesOf(tx, programme),
    began: source,
    source,
    length: 0,
    createdAt: services.clock().toISOString(),
    createdBy: actor?.userId ?? null,
    submittedBy: null,
    approvedBy: null,
    approved: null,
    publishAt: null,
    why: '',
  });
  await recordAudit(services, tx, actor, { action: 'draft', subject: id, detail: { source } });
  return { id };
}

const programmeOf = async ({ editions }: Services): Promise<string> =>
  (await editions.current()).definition.programme.id;
