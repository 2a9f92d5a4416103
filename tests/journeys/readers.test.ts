import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '#core/model/index.ts';
import type { QueuePage } from '#core/model/wire/index.ts';
import { worksheet } from '../support/workbook.ts';
import { changedCopy } from './changed.ts';
import type { Client } from './client.ts';
import { GARDEN, startServer, type TestServer } from './harness.ts';
import { mainly } from './kinds.ts';
import { Stage } from './stage.ts';

/** A kind of answer: where it stands for a batch and a list, how a rule reads it, and what everybody reads there. */
type Kind = { at?: string; read: Json; value: number | null; listed?: string };

const KINDS: Record<string, Kind> = {
  plain: { at: '/tally/plain', read: { var: 'application.tally.plain' }, value: 3 },
  preset: { at: '/tally/preset', read: { var: 'application.tally.preset' }, value: 7 },
  derived: { at: '/tally/derived', read: { var: 'application.tally.derived' }, value: 6 },
  unsaved: { at: '/echo/derived', read: { var: 'application.echo.derived' }, value: 9 },
  sensitive: { at: '/tally/secret', read: { var: 'application.tally.secret' }, value: 12345, listed: '****' },
  hidden: { at: '/tally/hidden', read: { var: 'application.tally.hidden' }, value: null },
  row: {
    at: '/members/hours',
    read: { sum: [{ map: [{ var: 'application.members' }, { var: 'hours' }] }] },
    value: 6,
    listed: '4, 2',
  },
  cell: {
    at: '/budget/cells/soil/summer',
    read: { var: 'application.budget.cells.soil.summer' },
    value: 120,
    listed: '120.00',
  },
  derivedCell: {
    at: '/budget/cells/total/summer',
    read: { var: 'application.budget.cells.total.summer' },
    value: 200,
    listed: '200.00',
  },
  ownItem: {
    at: '/budget/own/*/cells/summer',
    read: { var: 'application.budget.own.0.cells.summer' },
    value: 15,
    listed: '15.00',
  },
  registrationDerived: { read: { var: 'applicant.person.lucky' }, value: 8 },
  registrationHidden: { read: { var: 'applicant.person.wish' }, value: null },
};
const NAMES = Object.keys(KINDS);
/** Those of the application itself: batches and lists have no others. */
const OWN = NAMES.filter((name) => KINDS[name]?.at !== undefined);
/** A text that is there even where nothing is read: an empty cell would not stand in the workbook. */
const marked = (name: string): Json => ({ cat: ['#', KINDS[name]?.read ?? null] });
const eventOf = (name: string): string => `SEES-${name.toUpperCase()}`;
const number = (title: string, more: JsonObject = {}): JsonObject => ({ type: 'number', title, ...more });
const form = (id: string, properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  id,
  title: id,
  kind: 'form',
  schema: { type: 'object', properties },
  ...more,
});

/** The garden programme with every kind of answer, and a reader of each at every place that reads answers. */
async function programme(): Promise<string> {
  const folder = await changedCopy(GARDEN, {
    '2026H2/sections/tally.json': (file) => Object.assign(file, tally),
    '2026H2/sections/echo.json': (file) => Object.assign(file, echo),
    'sections/person.json': ({ schema }) => {
      Object.assign((schema as JsonObject).properties as JsonObject, wishes);
    },
    '2026H2/categories/base.json': (file) => {
      (file.pages as { sections: string[] }[])[0]?.sections.push('tally', 'echo');
      file.summary = OWN.map((name) => ({ title: name, at: KINDS[name]?.at ?? '' }));
    },
    '2026H2/rosters/members.json': (file) => {
      delete file.rowsOf;
      delete file.subtotalBy;
      file.columns = NAMES.map((name) => ({ title: name, value: marked(name) }));
      file.filters = NAMES.map((name) => ({ id: name, title: name, value: marked(name) }));
    },
    '2026H2/routes/application.json': readInRoute,
  });
  const template = join(folder, '2026H2/sheets/card/template.hbs');
  await writeFile(template, (await readFile(template, 'utf8')).replace('</main>', `${PRINTED}</main>`));
  return folder;
}

const tally = form(
  'tally',
  {
    plain: number('Plain'),
    preset: number('Preset', { preset: 7 }),
    derived: number('Derived', { derive: { '*': [2, { var: 'application.tally.plain' }] } }),
    secret: number('Secret', { sensitive: true }),
    hidden: number('Hidden', { visibleWhen: { '==': [{ var: 'application.tally.plain' }, 1] } }),
  },
  { sheets: ['card'] },
);
/** Nobody can save anything here: what it holds is computed. */
const echo = form(
  'echo',
  {
    derived: number('Derived', { derive: { '*': [3, { var: 'application.tally.plain' }] } }),
  },
  { sheets: ['card'] },
);
const wishes = {
  number: number('Number'),
  lucky: number('Lucky', { derive: { '+': [1, { var: 'application.person.number' }] } }),
  wish: number('Wish', { visibleWhen: { '==': [{ var: 'application.person.number' }, 1] } }),
};

function readInRoute(route: JsonObject): void {
  const { events, machine } = route as { events: Record<string, JsonObject>; machine: JsonObject };
  const batch = (events.AWARD as JsonObject).batch as JsonObject;
  const sums = OWN.map((name) => [name, { title: name, sum: KINDS[name]?.at }]);
  batch.aggregates = { ...(batch.aggregates as JsonObject), ...Object.fromEntries(sums) };
  const states = machine.states as Record<string, { on: JsonObject }>;
  for (const [name, { read, value }] of Object.entries(KINDS)) {
    events[eventOf(name)] = { title: name };
    const when: Json = { '==': [read, value] };
    Object.assign(states.atAssociation?.on ?? {}, { [eventOf(name)]: { when, meta: { by: 'association' } } });
  }
}

const PRINTED = `<p>{{#with sections.tally.fields}}plain={{plain}} preset={{preset}} derived={{derived}} secret={{secret}} hidden={{default hidden "none"}}{{/with}}
{{#with sections.echo.fields}}unsaved={{derived}}{{/with}}
{{#each sections.budget.items}}{{title}}={{cells.[0]}} {{/each}}</p>`;

describe.each(mainly('mariadb'))('every reader of answers, over each kind of answer, on %s', (kind) => {
  let folder: string;
  let server: TestServer;
  let stage: Stage;
  let city: Client;
  let association: Client;
  let id: string;

  beforeAll(async () => {
    folder = await programme();
    server = await startServer({ definitions: folder, kind });
    stage = await Stage.open(server);
    city = await stage.organisation('city');
    association = await stage.organisation('north-gardens');
    const gardener = await stage.person('gardener-a', 'reader', { number: 7, wish: 99 });
    id = await stage.fill(gardener, 'complete');
    await stage.save(gardener, id, 'tally', { plain: 3, preset: 7, secret: 12345, hidden: 50 });
    const budget = (await stage.view(gardener, id)).sections.budget?.value as JsonObject;
    const own = [{ id: 'o1', title: 'Fence', cells: { summer: 15 } }];
    await stage.save(gardener, id, 'budget', { ...budget, own });
  });
  afterAll(async () => {
    await server?.stop();
    if (folder) await rm(dirname(folder), { recursive: true });
  });

  it('a batch adds up a draft', async () => {
    const { aggregates } = await stage.batch(city, 'application', 'AWARD');
    const sums = OWN.map((name) => [name, aggregates.find((one) => one.id === name)?.value]);
    expect(sums).toEqual(OWN.map((name) => [name, KINDS[name]?.value ?? 0]));
  });

  it('a list, a guard and a batch read what was handed in', async () => {
    await stage.fire(await stage.person('gardener-a', 'reader'), id, 'SUBMIT');
    const page = await association.must(association.get<QueuePage>('/api/queues/application/todo'));
    const listed = OWN.map((name) => {
      const { value, listed: text } = KINDS[name] ?? {};
      return { title: name, text: text ?? String(value ?? '') };
    });
    const summary = page.rows[0]?.summary.map((one) =>
      one.title === 'sensitive' ? { ...one, text: one.text.slice(-4) } : one,
    );
    expect(summary).toEqual(listed);
    expect(page.rows[0]?.actions).toEqual(expect.arrayContaining(NAMES.map(eventOf)));
    const { actions } = await stage.view(association, id);
    expect(actions.map(({ event }) => event)).toEqual(expect.arrayContaining(NAMES.map(eventOf)));
    const { aggregates } = await stage.batch(city, 'application', 'AWARD');
    expect(aggregates.find((one) => one.id === 'unsaved')?.value).toBe(9);
  });

  it('a roster writes it, and its filters find it', async () => {
    const [, line = []] = worksheet(await association.download('/api/rosters/members', { queue: 'todo' }));
    const wanted = NAMES.map((name) => (name === 'sensitive' ? '******' : `#${KINDS[name]?.value ?? ''}`));
    expect(line.map(({ text }) => text)).toEqual(wanted);
    for (const name of NAMES) {
      const filters = { [name]: `#${KINDS[name]?.value ?? ''}` };
      const found = await association.download('/api/rosters/members', { queue: 'todo', filters });
      expect(worksheet(found), name).toHaveLength(2);
    }
  });

  it('a sheet prints it', async () => {
    const { text } = await association.get(`/api/cases/${id}/sheets/card?format=html`);
    for (const part of ['plain=3', 'preset=7', 'derived=6', 'secret=12345', 'hidden=none', 'unsaved=9'])
      expect(text).toContain(part);
    for (const part of ['Soil=120.00', 'Total=200.00', 'Fence=15.00']) expect(text).toContain(part);
  });
});
