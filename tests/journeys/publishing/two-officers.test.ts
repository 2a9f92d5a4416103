import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DraftChanged, DraftView, ErrorBody, SourceFiles } from '#core/model/wire/index.ts';
import { report, scale } from '../../promises/scale.ts';
import type { Client } from '../client.ts';
import { GARDEN, startServer, type TestServer } from '../harness.ts';
import { databaseKinds } from '../kinds.ts';
import { Stage } from '../stage.ts';
import { officersOf, viewDraft } from './publish.ts';

const CYCLE = '2026H2';
/** Of each of the two. */
const CHANGES = scale(6, 100);

/** An officer, what they write, and how often they were shown what had come between. */
type Writer = { client: Client; section: string; lengths: number[]; refusals: number };

describe.each(databaseKinds)('two officers who change one draft at once, on %s', (kind) => {
  let server: TestServer;
  let writers: Writer[] = [];
  let id = '';
  /** Faster than people could: what one may send in a minute is not what is asked here. */
  let now = new Date('2026-07-10T12:00:00Z');

  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, kind, clock: () => now });
    const { author, second } = await officersOf(await Stage.open(server));
    const made = author.post<{ id: string }>('/api/drafts', { title: 'Next', cycle: CYCLE });
    id = (await author.must(made)).id;
    writers = [
      { client: author, section: 'plan', lengths: [], refusals: 0 },
      { client: second, section: 'members', lengths: [], refusals: 0 },
    ];
  });
  afterAll(() => server?.stop());

  const textOf = (section: string, number: number): string => `${section}, ${number}`;

  /** Sends one change until it is taken, each time to the list of the length that the refusal names. */
  async function change(writer: Writer, number: number): Promise<void> {
    const { client, section } = writer;
    const text = textOf(section, number);
    const made = { kind: 'setText', part: 'section', id: section, cycle: CYCLE, way: ['title'], text };
    for (let length = writer.lengths.at(-1) ?? 0; ; ) {
      now = new Date(now.getTime() + 1000);
      const body = { length, changes: [made] };
      const answer = await client.post<DraftChanged & ErrorBody>(`/api/drafts/${id}/changes`, body);
      if (answer.status === 200) {
        writer.lengths.push(answer.body.length);
        return;
      }
      expect(answer.status, answer.text).toBe(409);
      expect(['draft-moved', 'stale']).toContain(answer.body.code);
      writer.refusals += 1;
      length = answer.body.current?.version ?? (await viewDraft(client, id)).length;
    }
  }

  async function changeAll(writer: Writer): Promise<void> {
    for (let number = 1; number <= CHANGES; number += 1) await change(writer, number);
  }

  it('lose none of their changes, and the list is one line after the other', async () => {
    await Promise.all(writers.map(changeAll));
    const [one, other] = writers;
    if (!one || !other) throw new Error('there are two officers');
    const view: DraftView = await viewDraft(one.client, id);
    const all = [...one.lengths, ...other.lengths].toSorted((a, b) => a - b);
    const numbers = Array.from({ length: 2 * CHANGES }, (_, at) => at + 1);
    expect(all).toEqual(numbers);
    expect(view.changes.map((line) => line.number)).toEqual(numbers);
    for (const { section, lengths } of writers) {
      const own = view.changes.filter(({ parameters }) => parameters.id === section);
      expect(own.map((line) => line.number)).toEqual(lengths);
      expect(own.map(({ parameters }) => parameters.text)).toEqual(
        lengths.map((_, at) => textOf(section, at + 1)),
      );
    }
    const { files } = await one.client.must(one.client.get<SourceFiles>(`/api/drafts/${id}/files`));
    for (const { section } of writers)
      expect(files.find(({ path }) => path === `${CYCLE}/sections/${section}.json`)?.text).toContain(
        `"title": "${textOf(section, CHANGES)}"`,
      );
    const refusals = one.refusals + other.refusals;
    expect(refusals).toBeGreaterThan(0);
    await report(`two officers, ${2 * CHANGES} changes, ${kind}`, { lost: 0, refusals });
  });
});
