import { afterAll, beforeAll, expect, it } from 'vitest';
import type { JsonObject } from '#core/model/index.ts';
import { zhCN } from '#server/http/locales/zh-CN.ts';
import { HEALTH, startServer, type TestServer } from './harness.ts';
import { Stage } from './stage.ts';

let server: TestServer;
let stage: Stage;
beforeAll(async () => {
  server = await startServer({ definitions: HEALTH, changes: { chromiumPath: null } });
  stage = await Stage.open(server);
});
afterAll(() => server?.stop());

it('without a browser a PDF is refused with a sentence that says so, and the page still works', async () => {
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

it('without a browser, too, a sheet that does not fit is not handed in: the answers that are too long are named', async () => {
  const applicant = await stage.person('draft-clinical');
  const id = await stage.fill(applicant, 'clinical-complete');
  const settings = `/api/cases/${id}/sheets/publicity-sheet/settings`;
  await applicant.must(applicant.put(settings, { fontSize: 10.5 }));
  const rows = (await stage.view(applicant, id)).sections.achievements?.value as JsonObject[];
  const long = Array.from({ length: 10 }, (_, index) => ({
    ...rows[0],
    id: rows[index]?.id ?? `long-${index}`,
    result: `${index}${'甲'.repeat(299)}`,
  }));
  await stage.save(applicant, id, 'achievements', long);
  const refused = await stage.refused(applicant, id, 'SUBMIT');
  expect(refused.status).toBe(422);
  const found = refused.body.problems?.find(({ code }) => code === 'overflow');
  expect(found).toMatchObject({
    path: expect.stringMatching(/^\/achievements\/\d\/result$/),
    severity: 'block',
  });
  expect(found?.message).toMatch(/第 \d+ 行第 4 格减 \d+ 字可少 \d+ 行；共需减 \d+ 行$/);
  await stage.save(applicant, id, 'achievements', rows);
  await applicant.must(applicant.put(settings, {}));
  await stage.fire(applicant, id, 'SUBMIT');
});
