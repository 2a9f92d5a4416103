import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditPage, JobPage, PublicationList } from '#core/model/wire/index.ts';
import { GARDEN, startServer, type TestServer } from '../harness.ts';
import { mainly } from '../kinds.ts';
import { Stage } from '../stage.ts';
import { approve, draftWith, type Officers, officersOf, viewDraft } from './publish.ts';

const CYCLE = '2026H2';
const titled = (text: string) => ({
  ...{ kind: 'setText', part: 'section', id: 'plan', cycle: CYCLE, way: ['title'] },
  text,
});

describe.each(mainly('mariadb'))('an hour that was set for a draft, on %s', (kind) => {
  let server: TestServer;
  let stage: Stage;
  let officers: Officers;
  let id = '';
  let now = new Date('2026-07-10T12:00:00Z');
  const later = (minutes = 1): void => {
    now = new Date(now.getTime() + minutes * 60_000);
  };

  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, kind, clock: () => now });
    stage = await Stage.open(server);
    officers = await officersOf(stage);
  });
  afterAll(() => server?.stop());

  const published = async (): Promise<PublicationList['publications']> => {
    const { author } = officers;
    return (await author.must(author.get<PublicationList>('/api/publications'))).publications;
  };

  it('publishes nothing before it has come', async () => {
    id = await draftWith(officers.author, CYCLE, [titled('At its hour')]);
    later();
    const hour = new Date(now.getTime() + 10 * 60_000).toISOString();
    expect((await approve(stage, officers, id, hour)).status).toBe(200);
    expect(await viewDraft(officers.author, id)).toMatchObject({ status: 'approved', publishAt: hour });
    expect(await published()).toHaveLength(1);
  });

  it('is judged again when it comes: what does not hold any more is refused, in the job, the trail and the draft', async () => {
    const meanwhile = await draftWith(officers.author, CYCLE, [titled('Meanwhile')]);
    later();
    expect((await approve(stage, officers, meanwhile)).status).toBe(200);
    later(10);
    const { author } = officers;
    const failed = async () => {
      const { rows } = await author.must(author.get<JobPage>('/api/jobs?status=failed'));
      return rows.map(({ kind: one, problem }) => [one, problem?.code, problem?.params.code]);
    };
    await expect
      .poll(failed, { timeout: 60_000 })
      .toEqual([['publish-draft', 'draft-refused', 'draft-base-moved']]);
    expect((await published()).map(({ act }) => act)).toEqual(['publish', 'publish']);
    expect(await viewDraft(author, id)).toMatchObject({ status: 'submitted', publishAt: null });
    const { rows } = await author.must(author.get<AuditPage>('/api/audit?action=draft-refused'));
    expect(rows).toMatchObject([{ subject: id, detail: { code: 'draft-base-moved', cycle: CYCLE } }]);
  });

  it('can be tried again by nobody: the base has moved, and that is what is answered', async () => {
    later();
    const refused = await approve(stage, officers, id);
    expect([refused.status, refused.body.code]).toEqual([409, 'draft-base-moved']);
  });
});
