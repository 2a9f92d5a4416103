import { afterAll, beforeAll, expect, it } from 'vitest';
import { zhCN } from '#server/http/locales/zh-CN.ts';
import { HEALTH, startServer, type TestServer } from './harness.ts';
import { Stage } from './stage.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ definitions: HEALTH, changes: { chromiumPath: null } });
});
afterAll(() => server?.stop());

it('without a browser a PDF is refused with a sentence that says so, and the page still works', async () => {
  const stage = await Stage.open(server);
  const applicant = await stage.person('pending-own-gp');
  const example = stage.demo.applications.find(({ person }) => person === 'pending-own-gp')?.case ?? '';
  const id = await stage.fill(applicant, example);
  const sheets = Object.values(stage.edition.sheets).filter(({ formats }) => formats.includes('pdf'));
  const answers = await Promise.all(
    sheets.map(({ id: sheet }) => applicant.get(`/api/cases/${id}/sheets/${sheet}?format=pdf`)),
  );
  const printable = answers.filter(({ status }) => status !== 404);
  expect(printable.length).toBeGreaterThan(0);
  for (const { status, body, headers } of printable) {
    expect([status, body.code, body.message]).toEqual([503, 'no-printer', zhCN['no-printer']]);
    expect(headers.get('retry-after')).toBeNull();
  }
  const page = await Promise.all(
    sheets.map(({ id: sheet }) => applicant.get(`/api/cases/${id}/sheets/${sheet}?format=html`)),
  );
  expect(page.some(({ status }) => status === 200)).toBe(true);
});
