import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '#core/model/index.ts';
import type { DraftChanged } from '#core/model/wire/index.ts';
import { GARDEN, startServer, type TestServer } from '../harness.ts';
import { mainly } from '../kinds.ts';
import { Stage } from '../stage.ts';
import { approve, type Officers, officersOf, viewDraft } from './publish.ts';

const CYCLE = '2026H2';
const SECTIONS = `${CYCLE}/sections`;
const put = (file: string, path: string, value: Json) => ({
  kind: 'editFile',
  file,
  operations: [{ op: 'add', path, value }],
});
const template = (sheet: string, content: string) => [
  { kind: 'removeFile', file: `${CYCLE}/sheets/${sheet}/template.hbs` },
  { kind: 'addFile', file: `${CYCLE}/sheets/${sheet}/template.hbs`, content },
];
const expression = (id: string, logic: Json) => [put(`expressions/${id}.json`, '/logic', logic)];
const deep = (depth: number): Json => (depth === 0 ? true : { '!': [deep(depth - 1)] });

/** By the case of SECURITY.md: changes that a malicious or clumsy officer makes, and the file that is blamed. */
const HOSTILE: [id: string, file: string, changes: object[]][] = [
  [
    'D1 a template that climbs out',
    `${CYCLE}/sheets/card/template.hbs`,
    template('card', '<p>{{constructor.constructor}}{{lookup this "__proto__"}}</p>'),
  ],
  [
    'D3 unescaped output',
    `${CYCLE}/sheets/card/template.hbs`,
    template('card', '<p>{{{programme.title}}}</p>'),
  ],
  ['D4 a partial that calls itself', `${CYCLE}/sheets/card/template.hbs`, template('card', '{{> card}}')],
  ['D5 the root', `${CYCLE}/sheets/card/template.hbs`, template('card', '<p>{{@root.users}}{{../../x}}</p>')],
  [
    'D6 a pattern that runs away',
    `${SECTIONS}/plan.json`,
    [put(`${SECTIONS}/plan.json`, '/schema/properties/title/pattern', '^(a+)+$')],
  ],
  [
    'D6 a schema from elsewhere',
    `${SECTIONS}/plan.json`,
    [put(`${SECTIONS}/plan.json`, '/schema/properties/title', { $ref: 'http://127.0.0.1/x.json' })],
  ],
  [
    'D7 rows without end',
    `${SECTIONS}/members.json`,
    [put(`${SECTIONS}/members.json`, '/schema/maxItems', 1_000_000_000)],
  ],
  ['D8 an operator that writes', 'expressions/share.json', expression('share', { log: 'x' })],
  ['G6 a name that is none', 'programme.json', [put('programme.json', '/__proto__', { admin: true })]],
  [
    'D10 an action that there is not',
    `${CYCLE}/routes/application.json`,
    [put(`${CYCLE}/routes/application.json`, '/machine/states/awarded/entry', ['launch'])],
  ],
  [
    'D10 a way that leads nowhere',
    `${CYCLE}/routes/application.json`,
    [put(`${CYCLE}/routes/application.json`, '/machine/initial', 'nowhere')],
  ],
];

describe.each(mainly('sqlite'))('what a draft may hold, on %s', (kind) => {
  let server: TestServer;
  let stage: Stage;
  let officers: Officers;
  let id = '';
  let length = 0;
  let now = new Date('2026-07-10T12:00:00Z');

  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, kind, clock: () => now });
    stage = await Stage.open(server);
    officers = await officersOf(stage);
    const { author } = officers;
    id = (await author.must(author.post<{ id: string }>('/api/drafts', { title: 'X', cycle: CYCLE }))).id;
  });
  afterAll(() => server?.stop());

  const post = (...changes: object[]) => {
    const { author } = officers;
    return author.post<DraftChanged & { code: string; message: string }>(`/api/drafts/${id}/changes`, {
      length,
      changes,
    });
  };

  it.each(HOSTILE)('%s is refused with its file and a sentence', async (_id, file, changes) => {
    const { author } = officers;
    now = new Date(now.getTime() + 60_000);
    const made = await post(...changes);
    expect(made.status, made.text).toBe(200);
    const { problems } = await viewDraft(author, id);
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors.map((one) => one.file)).toContain(file);
    expect(errors.every(({ message }) => message.length > 10)).toBe(true);
    const undone = author.post<DraftChanged>(`/api/drafts/${id}/undo`, {
      length: made.body.length,
      act: made.body.act,
    });
    length = (await author.must(undone)).length;
  });

  it('more than a folder may hold is not even taken', async () => {
    for (const change of [
      { kind: 'addFile', file: `${CYCLE}/sheets/card/more.css`, content: 'a'.repeat(3_000_000) },
      ...expression('share', deep(60)),
      { kind: 'addFile', file: '../outside.json', content: {} },
    ]) {
      const refused = await post(change);
      expect([400, 413, 422], refused.text).toContain(refused.status);
      expect(refused.body.message.length).toBeGreaterThan(10);
    }
  });

  it('a title with markup is text, and the server is alive and serves what it did', async () => {
    const markup = '<img src=x onerror=alert(1)>';
    const made = await post({ kind: 'setText', part: 'programme', way: ['title'], text: markup });
    expect(made.status, made.text).toBe(200);
    expect((await viewDraft(officers.author, id)).found.errors).toBe(0);
    now = new Date(now.getTime() + 60_000);
    expect((await approve(stage, officers, id)).status).toBe(200);
    const gardener = await stage.person('gardener-a').catch(() => null);
    expect(gardener === null).toBe(false);
    expect((await server.client().get('/api/programme')).body).toMatchObject({ title: markup });
  });
});
