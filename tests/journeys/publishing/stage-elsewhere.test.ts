import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChartDefinition } from '#core/model/index.ts';
import type { DraftChanged, DraftView } from '#core/model/wire/index.ts';
import type { Client } from '../client.ts';
import { HEALTH, startServer, type TestServer } from '../harness.ts';
import { Stage } from '../stage.ts';
import { viewDraft } from './publish.ts';

/** A second look by a desk that units of every kind have. */
const SECOND = {
  ...{ kind: 'insertStage', cycle: '2026', route: 'application', state: 'pending.second' },
  ...{ like: 'pending.level2', title: '待市卫生健康委再次审核', desk: 'municipal' },
  arrows: [
    { state: 'pending.level1', event: 'PASS', target: 'passedL1' },
    { state: 'pending.reformOffice', event: 'PASS' },
  ],
};

describe('a stage that whoever sends it means for some kinds of unit', () => {
  let server: TestServer;
  let author: Client;
  let charts: ChartDefinition[];
  let id = '';
  beforeAll(async () => {
    server = await startServer({ definitions: HEALTH });
    const stage = await Stage.open(server);
    author = await stage.able('definitions');
    charts = stage.edition.routes.application?.definition.charts ?? [];
    const body = { title: '2027', cycle: '2026' };
    id = (await author.must(author.post<{ id: string }>('/api/drafts', body))).id;
  });
  afterAll(() => server?.stop());

  const view = (): Promise<DraftView> => viewDraft(author, id);
  const insert = (...meant: string[]) =>
    author.post<DraftChanged & { message: string }>(`/api/drafts/${id}/changes`, {
      length: 0,
      changes: [{ ...SECOND, ...(meant.length > 0 && { charts: meant }) }],
      why: '',
    });

  it('is refused where the way of others would change, who are named; the draft stays as it is', async () => {
    const before = (await view()).source;
    const [own, ...others] = charts;
    const refused = await insert(own?.id ?? '');
    expect(refused.status).toBe(422);
    expect(refused.body.message).toContain(SECOND.title);
    expect(refused.body.message).not.toContain(own?.title);
    expect(others.filter(({ title }) => refused.body.message.includes(title)).length).toBeGreaterThan(1);
    expect(await view()).toMatchObject({ source: before, length: 0 });
  });

  it('is refused for whoever names nobody', async () => {
    expect((await insert()).body.message).toContain(charts[0]?.title);
  });

  it('is made where all of them are named', async () => {
    expect((await insert(...charts.map((one) => one.id))).status).toBe(200);
  });
});
