import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionView } from '#core/model/wire/index.ts';
import type { Client } from '../journeys/client.ts';
import { HEALTH, startServer, type TestServer } from '../journeys/harness.ts';
import { PASSWORD, Stage } from '../journeys/stage.ts';
import { withSequence } from '../support/resident-number.ts';
import { report } from './scale.ts';

describe('P14: secrets at rest', () => {
  let server: TestServer;
  let stage: Stage;
  const canaries = new Map<string, string>();
  const written: string[] = [];
  beforeAll(async () => {
    const logTo = { write: (line: string) => void written.push(line) };
    server = await startServer({ definitions: HEALTH, changes: { logLevel: 'debug' }, logTo });
    stage = await Stage.open(server);
    await live();
  });
  afterAll(() => server?.stop());

  /** A history that uses every secret: registering, mistyping, resetting, second factor, reviewing. */
  async function live(): Promise<void> {
    canaries.set('link', server.setups[0]?.token ?? '');
    canaries.set('password', PASSWORD);
    const doctor = await seededPerson('pending-own-gp', 1);
    for (const [at, like] of [
      'registered-only',
      'draft-clinical',
      'pending-own-gp',
      'delivered-tcm',
      'draft-military',
    ].entries())
      await seededPerson(like, at + 2);
    const { registration } = (await doctor.get<SessionView>('/api/session')).body;
    canaries.set('cookie', doctor.cookie.split('=')[1] ?? '');
    const factor = await doctor.must(
      doctor.post<{ secret: string }>('/api/session/second-factor', undefined),
    );
    canaries.set('factor', factor.secret);
    const township = await stage.organisation('township-a');
    const made = await township.must(
      township.post<{ id: string; password: string }>('/api/accounts', {
        name: 'colleague',
        username: 'colleague',
        role: 'unitReviewer',
      }),
    );
    canaries.set('initial password', made.password);
    canaries.set('mistyped', 'Mistyped-Horse-99');
    await server.client().prove('/api/session', { username: 'colleague', password: 'Mistyped-Horse-99' });
    const again = await township.must(
      township.post<{ password: string }>(`/api/accounts/${made.id}/password`, undefined),
    );
    canaries.set('second initial password', again.password);
    const change = {
      current: again.password,
      next: 'Answering-Horse-3',
      question: '',
      answer: 'canary-answer-8812',
    };
    const first = await stage.logIn('colleague', again.password);
    const { question } = await stage.question();
    await first.must(first.put('/api/session/password', { ...change, question }));
    canaries.set('answer', change.answer);
    canaries.set('next password', change.next);
    const revealed = `/api/cases/${registration}/sensitive?section=person&path=/idNumber`;
    await township.must(township.get(revealed));
    const application = await stage.fill(doctor, 'primary-general-practice-complete');
    await stage.fire(doctor, application, 'SUBMIT');
    await township.must(township.get(`/api/cases/${application}`));
  }

  /** A person with a number and a phone that stand nowhere in the definitions. */
  async function seededPerson(like: string, at: number): Promise<Client> {
    const one = stage.demo.people.find((person) => person.id === like);
    const known = (one?.sections.person as { idNumber?: string } | undefined)?.idNumber ?? '';
    const idNumber = withSequence(known, 40 + at);
    const mobile = `1390009${String(1_000 + at)}`;
    canaries.set(`number ${at}`, idNumber);
    canaries.set(`phone ${at}`, mobile);
    return stage.person(like, `canary-${at}`, { idNumber, mobile });
  }

  it('are readable nowhere in the data folder, nor in the log', async () => {
    const texts = [...(await contents(server.folder)), written.join('')];
    const found = [...canaries].filter(
      ([, value]) => value !== '' && texts.some((text) => text.includes(value)),
    );
    await report('P14', { canaries: canaries.size, places: texts.length, found: found.length });
    expect(canaries.size).toBeGreaterThanOrEqual(20);
    expect(texts.join('')).toContain('canary-1');
    expect(found.map(([name]) => name)).toEqual([]);
  });

  async function contents(folder: string): Promise<string[]> {
    const storage = server.databaseUrl.replace('sqlite://', '');
    const files = await readdir(folder, { recursive: true, withFileTypes: true });
    const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
    const database = [storage, `${storage}-wal`];
    return Promise.all([...paths, ...database].map((path) => readFile(path, 'latin1')));
  }
});
