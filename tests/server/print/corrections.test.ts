import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/model/index.ts';
import type { Client } from '../../journeys/client.ts';
import { HEALTH, startServer, type TestServer } from '../../journeys/harness.ts';
import { mainly } from '../../journeys/kinds.ts';
import { Stage } from '../../journeys/stage.ts';

const PERSON = 'pending-own-gp';
const HEADING = '审核中更正的内容';

describe.each(mainly('mariadb'))('a correction on the print, on %s', (kind) => {
  let server: TestServer;
  let stage: Stage;
  let applicant: Client;
  let unit: Client;
  let id: string;
  beforeAll(async () => {
    server = await startServer({ definitions: HEALTH, kind });
    stage = await Stage.open(server);
    const one = stage.demo.people.find((person) => person.id === PERSON);
    applicant = await stage.person(PERSON);
    unit = await stage.organisation(one?.under ?? '');
    const application = stage.demo.applications.find(({ person }) => person === PERSON);
    id = await stage.fill(applicant, application?.case ?? '');
  });
  afterAll(() => server?.stop());

  const sheet = async (client: Client): Promise<string> =>
    (await client.get(`/api/cases/${id}/sheets/review-form?format=html`)).text;
  const correct = async (change: JsonObject) => {
    const { sections } = await stage.view(unit, id);
    await stage.save(unit, id, 'basic', { ...(sections.basic?.value as JsonObject), ...change });
  };

  it('says nothing while nobody has corrected anything', async () => {
    await stage.fire(applicant, id, 'SUBMIT');
    expect(await sheet(applicant)).not.toContain(HEADING);
  });

  it('shows field, old and new value, desk and day; what a desk fills in on its own account is none', async () => {
    await correct({ formerName: '金丝雀' });
    await correct({ formerName: '金丝雀甲' });
    const page = await sheet(applicant);
    expect(page).toContain(HEADING);
    const rows = page.slice(page.indexOf(HEADING)).split('</table>')[0]?.split('<tr>').slice(2) ?? [];
    const texts = rows.map((row) => row.replace(/<[^>]*>/g, '|').replace(/\|+/g, '|'));
    expect(texts).toHaveLength(2);
    expect(texts[1]).toMatch(/\|基本信息\|曾用名\|金丝雀\|金丝雀甲\|[^|]+\|\d{4}年\d{1,2}月\d{1,2}日\|/);
    expect(await sheet(unit)).toContain('金丝雀甲');
  });

  it('belongs to its round: what was returned and handed in anew begins without', async () => {
    await stage.fire(unit, id, 'RETURN', { opinion: '请补充。' });
    await stage.fire(applicant, id, 'SUBMIT');
    expect(await sheet(applicant)).not.toContain(HEADING);
  });
});
