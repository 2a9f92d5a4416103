/** Every name that a roster or a print would want: of the form, the stage, whoever holds it, organisations. */
import { rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { worksheet } from '../../support/workbook.ts';
import { changedCopy } from '../changed.ts';
import { GARDEN, startServer, type TestServer } from '../harness.ts';
import { Stage } from '../stage.ts';

const TEMPLATE =
  '<p>{{category.title}} | {{case.title}} | {{case.desk}} | {{unit.name}} | {{unit.parent}} | {{case.names.garden}}</p>';

let folder: string;
let server: TestServer;
let stage: Stage;
let id: string;
const NAMES = { form: 'Single plot', stage: 'At the association', desk: 'Association' };

beforeAll(async () => {
  folder = await changedCopy(GARDEN, {});
  await writeFile(
    `${folder}/2026H2/sheets/card/template.hbs`,
    `<main style="font-size:{{settings.fontSize}}pt">{{#repeat settings.blankRows}}<br>{{/repeat}}${TEMPLATE}</main>`,
  );
  server = await startServer({
    definitions: folder,
    kind: 'sqlite',
    clock: () => new Date('2026-09-01T09:55:00Z'),
  });
  stage = await Stage.open(server);
  for (const name of ['treasury', 'city', 'north-gardens']) await stage.organisation(name);
  const gardener = await stage.person('gardener-a');
  id = await stage.fill(gardener, 'complete');
  await stage.fire(gardener, id, 'SUBMIT');
});

afterAll(async () => {
  await server.close();
  await rm(dirname(folder), { recursive: true, force: true });
});

it('stands in a roster', async () => {
  const association = await stage.organisation('north-gardens');
  const [head = [], line = []] = worksheet(
    await association.download('/api/rosters/members', { queue: 'todo' }),
  );
  const cell = (title: string) => line[head.findIndex(({ text }) => text === title)]?.text;
  expect([cell('Form'), cell('Stage'), cell('Held by')]).toEqual([NAMES.form, NAMES.stage, NAMES.desk]);
  const { facts } = await stage.view(association, id);
  expect(cell('Under')).toBe((facts.unit.parent as { name: string }).name);
  expect(cell('Parks office')).toBe(facts.case?.names?.garden);
  expect(cell('Parks office')).toMatch(/\w/);
  expect(facts.unit.parent).not.toHaveProperty('id');
});

it('stands in a print', async () => {
  const association = await stage.organisation('north-gardens');
  const { facts } = await stage.view(association, id);
  const { text: page } = await association.get(`/api/cases/${id}/sheets/card?format=html`);
  const parent = (facts.unit.parent as { name: string }).name;
  const names = [NAMES.form, NAMES.stage, NAMES.desk, facts.unit.name, parent, facts.case?.names?.garden];
  expect(page).toContain(`<p>${names.join(' | ')}</p>`);
});
