import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AuditPage, CaseView, Created, ErrorBody, FileRef, JobPage } from '#core/model/wire/index.ts';
import { kinds } from '#server/jobs/index.ts';
import { JobError } from '#server/jobs/kind.ts';
import { openCycle } from '#server/seed/index.ts';
import { jobs } from '#server/store/index.ts';
import { changedCopy } from '../../journeys/changed.ts';
import type { Client } from '../../journeys/client.ts';
import { GARDEN, startServer, type TestServer } from '../../journeys/harness.ts';
import { type Kind, mainly } from '../../journeys/kinds.ts';
import { Stage } from '../../journeys/stage.ts';
import { ClamdPeer, EICAR, pictureWith } from '../../support/clamd-peer.ts';

const PHOTOS = { section: 'photos', slot: 'plot' };
/** A slot for one file, in the form by which people register. */
const CARD = { section: 'person', slot: 'card' };
const MINUTE = 60_000;
const TURN = 10 * MINUTE;

describe.each(mainly('mariadb'))('an upload while the scanner is away, on %s', (kind: Kind) => {
  // Right after what comes by itself every ten minutes.
  let now = Math.ceil(Date.now() / TURN) * TURN + 1000;
  let peer: ClamdPeer;
  let server: TestServer;
  let stage: Stage;
  let city: Client;
  let gardener: Client;
  let id: string;
  let pictures = 0;
  beforeAll(async () => {
    const definitions = await changedCopy(GARDEN, {
      'sections/person.json': (section) => {
        section.slots = [{ id: 'card', title: 'Copy of the card', accept: ['image/png'] }];
      },
    });
    peer = await ClamdPeer.make();
    const changes = { clamd: peer.address };
    server = await startServer({ definitions, kind, clock: () => new Date(now), changes });
    await openCycle(server.services);
    stage = await Stage.open(server);
    city = await stage.organisation('city');
    gardener = await stage.person('gardener-a');
    await peer.come();
    id = await stage.fill(gardener, 'complete');
  });
  beforeEach(async () => {
    Object.assign(peer, { answer: null, before: async () => undefined });
    await peer.goAway();
    for (const file of (await view()).files) await gardener.must(gardener.delete(`/api/files/${file.id}`));
  });
  afterAll(async () => {
    await server?.stop();
    await peer?.close();
  });

  const view = (): Promise<CaseView> => stage.view(gardener, id);
  const fresh = (more = ''): Buffer => pictureWith(`picture ${++pictures} ${more}`);
  const upload = (bytes: Buffer, name = 'a.png', to = { caseId: id, ...PHOTOS }, who = gardener) => {
    const { caseId, ...place } = to;
    const query = new URLSearchParams({ ...place, name });
    return who.upload<FileRef & ErrorBody>(`/api/cases/${caseId}/files?${query}`, bytes);
  };
  const hold = async (bytes = fresh(), name = 'a.png'): Promise<FileRef> => {
    const answer = await upload(bytes, name);
    expect([answer.status, answer.body.state]).toEqual([201, 'held']);
    return answer.body;
  };
  const stateOf = async (file: FileRef) => (await view()).files.find((one) => one.id === file.id)?.state;
  const codeOf = async (file: FileRef) => (await gardener.get(`/api/files/${file.id}`)).body.code;
  const isStored = ({ sha256 }: FileRef): Promise<boolean> =>
    access(join(server.folder, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256)).then(
      () => true,
      () => false,
    );
  const jobOf = (file: FileRef) => jobs.ofKey(server.services.db, 'scan-file', file.id);
  const scanned = async (file: FileRef, outcome: string, wait = MINUTE): Promise<void> => {
    now += wait;
    await expect.poll(() => jobOf(file)).toMatchObject({ status: 'done', result: { outcome } });
  };
  const problems = async () =>
    (await gardener.must(gardener.get<{ code: string; message: string }[]>(`/api/cases/${id}/problems`))) as {
      code: string;
      message: string;
    }[];
  const trail = async (): Promise<AuditPage['rows']> =>
    (await city.must(city.get<AuditPage>('/api/audit?action=file-infected'))).rows;

  it('is stored and counted, and can neither be opened nor handed in', async () => {
    const before = (await view()).bytes.used;
    const file = await hold(fresh(), 'beans.png');
    const { bytes, files } = await view();
    expect(bytes.used - before).toBe(file.bytes);
    expect(files).toMatchObject([{ id: file.id, state: 'held', sha256: file.sha256 }]);
    expect(await isStored(file)).toBe(true);
    const opened = await gardener.get(`/api/files/${file.id}`);
    expect([opened.status, opened.body.code]).toEqual([409, 'file-held']);
    const refused = await stage.refused(gardener, id, 'SUBMIT');
    expect([refused.status, refused.body.code]).toEqual([422, 'invalid']);
    expect(refused.body.problems).toMatchObject([{ code: 'held', ...PHOTOS, severity: 'block' }]);
    const { place, message } = refused.body.problems?.[0] ?? {};
    expect(place).toBe('Pictures and papers');
    expect(message).toContain('“beans.png”');
    expect(await problems()).toHaveLength(1);
  });

  it('is let in once the scanner is back, however often it was away before', async () => {
    const file = await hold();
    now += MINUTE;
    await expect.poll(() => jobOf(file)).toMatchObject({ attempts: 1, problem: { code: 'error' } });
    expect(await stateOf(file)).toBe('held');
    peer.answer = "stream: Can't allocate memory ERROR";
    await peer.come();
    now += MINUTE;
    await expect.poll(() => jobOf(file)).toMatchObject({ status: 'waiting', attempts: 2 });
    expect(await stateOf(file)).toBe('held');
    peer.answer = null;
    now += MINUTE;
    await scanned(file, 'clean');
    expect(await stateOf(file)).toBeUndefined();
    expect((await gardener.get(`/api/files/${file.id}`)).status).toBe(200);
    expect(await problems()).toEqual([]);
  });

  it('is held as well where the scanner answers and gives no verdict', async () => {
    peer.answer = 'INSTREAM size limit exceeded. ERROR';
    await peer.come();
    await hold();
  });

  it('is taken out where it turns out to be infected, and says so until something is done', async () => {
    const rows = (await trail()).length;
    const file = await hold(fresh(EICAR), 'letter.png');
    await peer.come();
    await scanned(file, 'infected');
    const { bytes, files } = await view();
    expect(files).toMatchObject([{ id: file.id, name: 'letter.png', state: 'infected', bytes: 0 }]);
    expect(bytes.used).toBe(0);
    expect(await isStored(file)).toBe(false);
    expect(await codeOf(file)).toBe('file-gone');
    const [row, ...others] = await trail();
    expect(others).toHaveLength(rows);
    expect(row).toMatchObject({ subject: id, actorId: null });
    expect(row?.detail).toEqual({ ...PHOTOS, found: 'Eicar-Test-Signature', name: 'letter.png' });
    const refused = await stage.refused(gardener, id, 'SUBMIT');
    expect(refused.body.problems?.map(({ code }) => code).sort()).toEqual(['evidence', 'infected']);
    const other = await upload(fresh());
    expect([other.status, other.body.state]).toEqual([201, undefined]);
    expect((await view()).files.map((one) => one.id)).toEqual([other.body.id]);
  });

  it('leaves a notice of an infected file that its owner may take away', async () => {
    const file = await hold(fresh(EICAR));
    await peer.come();
    await scanned(file, 'infected');
    expect((await gardener.delete(`/api/files/${file.id}`)).status).toBe(200);
    expect((await view()).files).toEqual([]);
  });

  it('of the same content twice: each gets its verdict, and content goes when nobody needs it', async () => {
    const virus = fresh(EICAR);
    const [one, two] = [await hold(virus), await hold(virus)];
    await peer.come();
    await scanned(one, 'infected');
    // Due at the same moment: another minute would end the lease of a worker that is at it.
    await scanned(two, 'infected', 0);
    expect(await isStored(one)).toBe(false);
    const known = fresh('found later');
    const early = await upload(known);
    expect(early.body.state).toBeUndefined();
    await peer.goAway();
    const late = await hold(known);
    peer.signatures.set('found later', 'New-Signature');
    await peer.come();
    await scanned(late, 'infected');
    expect(await isStored(late)).toBe(true);
    expect((await gardener.get(`/api/files/${early.body.id}`)).status).toBe(200);
  });

  it('may be removed while the scanner looks at it: then nothing is found and nothing told', async () => {
    const rows = (await trail()).length;
    const file = await hold(fresh(EICAR));
    let removed = 0;
    peer.before = async () => {
      removed = (await gardener.delete(`/api/files/${file.id}`)).status;
    };
    await peer.come();
    await scanned(file, 'gone');
    expect(removed).toBe(200);
    expect((await view()).files).toEqual([]);
    expect(await isStored(file)).toBe(false);
    expect(await trail()).toHaveLength(rows);
  });

  it('takes a place of its slot', async () => {
    for (const _one of [1, 2, 3, 4]) await hold();
    const refused = await upload(fresh());
    expect([refused.status, refused.body.code]).toEqual([409, 'slot-full']);
  });

  it('goes with its application', async () => {
    const other = await stage.person('gardener-a', 'gardener-z', { cardNumber: 'ZZ999999' });
    const { id: caseId } = await other.must(other.post<Created>('/api/applications', { category: 'plot' }));
    const { body: file } = await upload(fresh(), 'a.png', { caseId, ...PHOTOS }, other);
    expect(file.state).toBe('held');
    await stage.fire(other, caseId, 'DISCARD');
    await peer.come();
    await scanned(file, 'gone');
    expect(await isStored(file)).toBe(false);
  });

  it('stays held where the settings name no scanner any more', async () => {
    const file = await hold();
    const services = { ...server.services, scanner: null };
    const work = { id: '', key: file.id, userId: '', payload: {}, progress: async () => undefined };
    const run = kinds['scan-file'].run(services, work);
    await expect(run).rejects.toThrow(JobError);
    await expect(run).rejects.toMatchObject({ code: 'no-scanner' });
    expect(await stateOf(file)).toBe('held');
  });

  it('is looked at when the operator asks, also where its job was given up or lost', async () => {
    const { db } = server.services;
    const [failed, lost] = [await hold(), await hold()];
    await db.sequelize.query(`UPDATE jobs SET status = 'failed' WHERE id = '${(await jobOf(failed))?.id}'`);
    await db.sequelize.query(`DELETE FROM jobs WHERE id = '${(await jobOf(lost))?.id}'`);
    const waiting = await hold();
    await peer.come();
    expect((await city.post('/api/jobs', { kind: 'scan-file' })).status).toBe(400);
    const { id: asked } = await city.must(city.post<Created>('/api/jobs', { kind: 'scan-held' }));
    const line = async () =>
      (await city.must(city.get<JobPage>('/api/jobs'))).rows.find((one) => one.id === asked);
    await expect.poll(line).toMatchObject({ status: 'done', result: { held: 3 } });
    for (const file of [failed, lost, waiting])
      await expect.poll(() => jobOf(file)).toMatchObject({ status: 'done', result: { outcome: 'clean' } });
    expect((await view()).files.map(({ state }) => state)).toEqual([undefined, undefined, undefined]);
  });

  it('holds up a registration that is sent again, and is seen by its desk, which cannot open it either', async () => {
    const like = stage.demo.people.find((one) => one.id === 'gardener-a');
    if (!like) throw new Error('the demonstration has no such person');
    const keeper = await stage.organisation(like.under);
    const registration = await stage.registration('gardener-y', like, { cardNumber: 'YY999999' });
    const { id: caseId } = await keeper.must(
      server.client().prove<Created>('/api/registrations', registration),
    );
    await stage.fire(keeper, caseId, 'REFUSE', { opinion: 'Send a copy of the card' });
    const person = await stage.logIn('gardener-y');
    const put = () => upload(fresh(), 'card.png', { caseId, ...CARD }, person);
    const { body: first } = await put();
    const { body: file } = await put();
    expect((await stage.view(keeper, caseId)).files).toMatchObject([{ id: file.id, state: 'held' }]);
    expect((await keeper.get(`/api/files/${file.id}`)).body.code).toBe('file-held');
    const refused = await stage.refused(person, caseId, 'RESUBMIT');
    expect(refused.body.problems).toMatchObject([{ code: 'held', ...CARD }]);
    await peer.come();
    await scanned(file, 'clean');
    await scanned(first, 'gone');
    await stage.fire(person, caseId, 'RESUBMIT');
    expect((await keeper.get(`/api/files/${file.id}`)).status).toBe(200);
  });
});
