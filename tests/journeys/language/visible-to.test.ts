import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/model/index.ts';
import type { SectionRecord } from '#core/model/wire/index.ts';
import { worksheet } from '../../support/workbook.ts';
import { changedCopy } from '../changed.ts';
import type { Client } from '../client.ts';
import { GARDEN, startServer, type TestServer } from '../harness.ts';
import { type Kind, mainly } from '../kinds.ts';
import { Stage } from '../stage.ts';

const HIDDEN = 'between-the-offices';
const OPINION = { opinion: 'In favour' };

/** The garden's programme with a sheet of the offices' own, and a roster that reads what is between them. */
async function programme(): Promise<string> {
  const folder = await changedCopy(GARDEN, {
    '2026H2/sections/opinions.json': (file) => {
      file.sheets = ['card', 'minute'];
      const { remark } = (file.schema as JsonObject).properties as { remark: JsonObject };
      Object.assign(remark, { sheets: ['minute'], holds: 'case' });
    },
    '2026H2/categories/base.json': (file) => {
      (file.sheets as string[]).push('minute');
    },
    '2026H2/rosters/members.json': (file) => {
      (file.columns as JsonObject[]).push({
        title: 'Remark',
        value: { var: 'application.opinions.remark.text' },
      });
      file.filters = [{ id: 'remark', title: 'Remark', value: { var: 'application.opinions.remark.text' } }];
      file.queues = ['todo', 'passed', 'shortlist'];
    },
  });
  const minute = join(folder, '2026H2/sheets/minute');
  const card = join(folder, '2026H2/sheets/card');
  await mkdir(minute);
  const sheet = JSON.parse(await readFile(join(card, 'sheet.json'), 'utf8')) as JsonObject;
  const own = { ...sheet, id: 'minute', title: 'Minute', visibleTo: ['garden', 'money'] };
  await writeFile(join(minute, 'sheet.json'), JSON.stringify(own));
  await writeFile(join(minute, 'sheet.css'), '');
  const text = '<p>{{sections.opinions.fields.remark.text}} {{settings.fontSize}} {{settings.blankRows}}</p>';
  await writeFile(join(minute, 'template.hbs'), text);
  return folder;
}

describe.each(mainly('sqlite'))('what not everybody may see, on %s', (kind: Kind) => {
  let server: TestServer;
  let stage: Stage;
  let gardener: Client;
  let association: Client;
  let city: Client;
  let treasury: Client;
  let id: string;

  beforeAll(async () => {
    server = await startServer({ definitions: await programme(), kind });
    stage = await Stage.open(server);
    gardener = await stage.person('gardener-a');
    association = await stage.organisation('north-gardens');
    treasury = await stage.organisation('treasury');
    city = await stage.organisation('city');
    id = await stage.fill(gardener, 'complete');
    await stage.fire(gardener, id, 'SUBMIT');
    await stage.fire(association, id, 'PASS', OPINION);
    await stage.fire(city, id, 'REMARK', { text: HIDDEN });
  });
  afterAll(() => server?.stop());

  /** Everything that somebody can ask for of the case, as it comes. */
  async function everything(client: Client): Promise<string> {
    const paths = [
      `/api/cases/${id}`,
      `/api/cases/${id}/problems`,
      '/api/applications',
      `/api/cases/${id}/sheets/card`,
      `/api/cases/${id}/sheets/minute`,
      `/api/cases/${id}/sensitive?section=opinions&path=/remark/text`,
      '/api/queues/application/todo',
      '/api/queues/application/passed',
    ];
    const texts = paths.map(async (path) => {
      const answer = await fetch(`${server.origin}${path}`, { headers: { cookie: client.cookie } });
      return answer.text();
    });
    return (await Promise.all(texts)).join('\n');
  }

  it('is there for those who may see it: in the case, its history and their own sheet', async () => {
    for (const client of [city, treasury]) {
      const view = await stage.view(client, id);
      expect(view.sections.opinions?.value).toMatchObject({ remark: { text: HIDDEN } });
      expect(view.events.map(({ event }) => event)).toContain('REMARK');
      expect(view.sheets.map((sheet) => sheet.id)).toEqual(['card', 'minute']);
      const path = `${server.origin}/api/cases/${id}/sheets/minute`;
      expect(await (await fetch(path, { headers: { cookie: client.cookie } })).text()).toContain(HIDDEN);
    }
  });

  it('comes out to nobody else, in nothing that they can ask for', async () => {
    for (const client of [gardener, association]) {
      expect(await everything(client)).not.toContain(HIDDEN);
      const view = await stage.view(client, id);
      expect(view.events.map(({ event }) => event)).toEqual(['SUBMIT', 'PASS']);
      expect(view.sections.opinions?.value).toEqual({ association: OPINION });
      expect(view.sheets.map((sheet) => sheet.id)).toEqual(['card']);
      expect((await client.get(`/api/cases/${id}/sheets/minute`)).status).toBe(404);
    }
  });

  it('a roster has it for those who may see it alone, and no filter finds it for others', async () => {
    const rows = async (client: Client, queue: string, filters = {}) =>
      worksheet(await client.download('/api/rosters/members', { queue, filters }))
        .flat()
        .map(({ text }) => text);
    expect(await rows(treasury, 'todo')).toContain(HIDDEN);
    const others = await rows(association, 'passed');
    expect(others.length).toBeGreaterThan(8);
    expect(others).not.toContain(HIDDEN);
    expect((await rows(association, 'passed', { remark: HIDDEN })).length).toBeLessThan(others.length);
  });

  it('stays where somebody else writes into the section, and is not in what they get back', async () => {
    await stage.fire(city, id, 'BACK', { opinion: 'Who leads it?' });
    const view = await stage.view(association, id);
    const { version = 0 } = view.sections.opinions ?? {};
    const address = `/api/cases/${id}/sections/opinions`;
    const late = await association.put<JsonObject>(address, { version: version + 7, value: {} });
    expect([late.status, late.text.includes(HIDDEN)]).toEqual([409, false]);
    const saved = await association.must(association.put<SectionRecord>(address, { version, value: {} }));
    expect(JSON.stringify(saved)).not.toContain(HIDDEN);
    expect(saved.version).toBe(version + 1);
    expect(await everything(association)).not.toContain(HIDDEN);
    expect((await stage.view(city, id)).sections.opinions?.value).toMatchObject({ remark: { text: HIDDEN } });
  });
});
