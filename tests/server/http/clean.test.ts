import type { TSchema } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/model/index.ts';
import type { AuditPage, OrganisationPage, QueuePage } from '#core/model/wire/index.ts';
import { cleaner } from '#server/http/clean.ts';
import { routes } from '#server/http/index.ts';
import { createHasher } from '#server/services/entry/index.ts';
import { users } from '#server/store/index.ts';
import { TABLES } from '#server/store/tables.ts';
import { changedCopy } from '../../journeys/changed.ts';
import { GARDEN, startServer, type TestServer } from '../../journeys/harness.ts';
import { databaseKinds } from '../../journeys/kinds.ts';
import { PASSWORD, Stage } from '../../journeys/stage.ts';

/** Half a character, NUL, an override of direction, a mark without width, an accent beside its letter. */
const NASTY = '\ud800\u0000\u202e\u200b';
const HOSTILE = /[^\P{Cc}\n]|[\u200b\u202a-\u202e\u2066-\u2069]|\p{Cs}|e\u0301/u;
const dirty = (word: string): string => `\u200b${word[0]}${NASTY}${word.slice(1)} e\u0301\u202c\t`;
const cleaned = (word: string): string => `${word} é`;
/** In an address no half of a character can travel. */
const inAddress = (word: string): string => encodeURIComponent(dirty(word).replaceAll('\ud800', ''));

type Shape = {
  type?: string;
  writeOnly?: boolean;
  pattern?: string;
  anyOf?: TSchema[];
  enum?: unknown[];
  items?: TSchema;
  properties?: Record<string, TSchema>;
  additionalProperties?: TSchema | boolean;
};

/** A value with something hostile wherever the schema lets text in. */
function hostile(schema: TSchema): unknown {
  const { type, anyOf, enum: words, items, properties, additionalProperties } = schema as Shape;
  if (words) return words[0];
  if (anyOf) return hostile(anyOf[0] as TSchema);
  if (type === 'string') return dirty('word');
  if (type === 'array') return [hostile(items ?? {})];
  if (type === 'integer' || type === 'number') return 1;
  if (type === 'boolean') return true;
  if (type === undefined) return { any: [dirty('word'), { deep: dirty('word') }] };
  const known = Object.entries(properties ?? {}).map(([key, one]) => [key, hostile(one)]);
  const rest = properties
    ? []
    : [['other', hostile(typeof additionalProperties === 'object' ? additionalProperties : {})]];
  return Object.fromEntries([...known, ...rest]);
}

/** Every text of a value, with the schema that says what it is where one does. */
function textsOf(value: unknown, schema: TSchema | undefined): { text: string; shape: Shape }[] {
  const shape = (schema ?? {}) as Shape;
  if (typeof value === 'string') return [{ text: value, shape }];
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, shape.items));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsOf(one, shape.properties?.[key]));
}

describe('every door of every route', () => {
  const doors = routes.flatMap(({ method, path, params, query, body }) =>
    Object.entries({ params, query, body }).flatMap(([part, schema]) =>
      schema ? [{ door: `${method} ${path} ${part}`, schema: schema as TSchema }] : [],
    ),
  );

  it('there are some of each kind', () => {
    for (const part of ['params', 'query', 'body'])
      expect(doors.filter(({ door }) => door.endsWith(part)).length).toBeGreaterThan(5);
  });

  it.each(doors)('$door lets nothing hostile in', ({ schema }) => {
    const sent = hostile(schema);
    const taken = cleaner(schema)(sent);
    for (const { text, shape } of textsOf(taken, schema)) {
      if (shape.writeOnly) expect(text).toBe(dirty('word'));
      else if (shape.pattern?.startsWith('^')) expect(new RegExp(shape.pattern, 'u').test(text)).toBe(false);
      else if (!shape.enum) expect(text).toBe(cleaned('word'));
    }
    expect(cleaner(schema)(taken)).toEqual(taken);
  });

  it('secrets are the passwords, and nothing else', () => {
    const secrets = doors.flatMap(({ door, schema }) =>
      Object.entries((schema as Shape).properties ?? {}).flatMap(([key, one]) =>
        (one as Shape).writeOnly ? [`${door.split(' ').slice(0, 2).join(' ')} ${key}`] : [],
      ),
    );
    expect(secrets.toSorted()).toEqual([
      'POST /api/registrations password',
      'POST /api/registrations/progress password',
      'POST /api/session password',
      'POST /api/setup/:token password',
      'PUT /api/session/password current',
      'PUT /api/session/password next',
    ]);
  });
});

describe.each(databaseKinds)('what is stored on %s of hostile text', (kind) => {
  let server: TestServer;
  let stage: Stage;
  beforeAll(async () => {
    const definitions = await changedCopy(GARDEN, {
      '2026H2/sheets/card/sheet.json': (sheet) => {
        (sheet.settings as JsonObject).motto = { type: 'string', title: 'Motto', maxLength: 40, preset: '' };
      },
    });
    server = await startServer({ definitions, kind });
    stage = await Stage.open(server);
    for (const name of ['treasury', 'city', 'north-gardens']) await stage.organisation(name);
  });
  afterAll(() => server?.stop());

  it('names of organisations and people are clean', async () => {
    const city = await stage.organisation('city');
    const { creates = [] } =
      stage.edition.definition.programme.organisationKinds.find((one) => one.creates?.length) ?? {};
    expect(creates.length).toBeGreaterThan(0);
    for (const name of ['city', 'treasury', 'north-gardens']) {
      const manager = await stage.organisation(name);
      for (const made of creates)
        await manager.post('/api/organisations', {
          kind: made,
          name: dirty('Orchard'),
          username: `orchard-${name}`,
        });
    }
    const { organisations } = await city.must(
      city.get<OrganisationPage>(`/api/organisations?search=${inAddress('Orchard')}`),
    );
    expect(organisations.map(({ name }) => name)).toContain(cleaned('Orchard'));
  });

  it('a registration, its security answer, and a name of a file', async () => {
    const person = await stage.person('gardener-b', 'dirty-b', { name: dirty('Rosemary') });
    const { registration } = await person.must(person.get<{ registration: string }>('/api/session'));
    expect((await stage.view(person, registration)).name).toBe(cleaned('Rosemary'));
    const { question } = await stage.question();
    await person.must(
      person.put('/api/session/password', {
        current: PASSWORD,
        next: `${PASSWORD}x`,
        question,
        answer: `　${dirty('ｂｌｕｅ')}`,
      }),
    );
    const [user] = (await users.byIds(server.services.db, await idsOf('dirty-b'))) ?? [];
    expect(await createHasher().verify(user?.answerHash ?? null, cleaned('blue'))).toBe(true);
  });

  const idsOf = async (username: string): Promise<string[]> => {
    const [rows] = await server.services.db.sequelize.query(
      `SELECT id FROM users WHERE username = '${username}'`,
    );
    return (rows as { id: string }[]).map(({ id }) => id);
  };

  it('answers, settings of a sheet, opinions, filters and searches', async () => {
    const gardener = await stage.person('gardener-a');
    const id = await stage.fill(gardener, 'complete');
    const { plan } = (await stage.view(gardener, id)).sections;
    await stage.save(gardener, id, 'plan', {
      ...(plan?.value as JsonObject),
      remarks: dirty('Roses\ntulips'),
    });
    const { sections } = await stage.view(gardener, id);
    expect((sections.plan?.value as JsonObject | undefined)?.remarks).toBe(cleaned('Roses\ntulips'));
    const { settings } = await gardener.must(
      gardener.put<{ settings: JsonObject }>(`/api/cases/${id}/sheets/card/settings`, {
        motto: dirty('Dig\non'),
      }),
    );
    expect(settings).toEqual({ motto: cleaned('Dig on') });
    const [file] = (await stage.view(gardener, id)).files;
    const { section = '', slot = '', row } = file ?? {};
    await gardener.must(gardener.delete(`/api/files/${file?.id}`));
    const name = `${dirty('proof').replaceAll('\ud800', '')}.png`;
    const place = { section, slot, accept: ['image/png'], name, ...(row !== undefined && { row }) };
    expect((await stage.attach(gardener, id, place)).name).toBe('proof é .png');
    await stage.fire(gardener, id, 'SUBMIT');
    const desk = await stage.organisation('north-gardens');
    await stage.fire(desk, id, 'PASS', { opinion: dirty('Splendid') });
    const { events } = await stage.view(gardener, id);
    expect(events.map(({ input }) => input.opinion)).toContain(cleaned('Splendid'));
    const exporter = await stage.able('export');
    const wanted = { queue: 'todo', filters: { member: dirty('Anna') } };
    expect((await exporter.post('/api/rosters/members', wanted)).status).toBeLessThan(500);
    const { rows } = await desk.must(
      desk.get<QueuePage>(`/api/queues/application/passed?text=${encodeURIComponent('\u200b\u202e')}`),
    );
    expect(rows.map((row) => row.id)).toContain(id);
  });

  it('a filter of the trail finds what is meant', async () => {
    const auditor = await stage.able('audit');
    const { rows: all } = await auditor.must(auditor.get<AuditPage>('/api/audit'));
    const [{ action } = { action: '' }] = all;
    const search = encodeURIComponent(`\u200b${action}\u202e\u0000`);
    const { rows } = await auditor.must(auditor.get<AuditPage>(`/api/audit?action=${search}`));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.action === action)).toBe(true);
  });

  it('a name of a field that would have to be cleaned is refused', async () => {
    const gardener = await stage.person('gardener-a');
    const { status, body } = await gardener.put('/api/cases/x/sections/plan', {
      version: 0,
      value: { 'rem\u200barks': 'x' },
    });
    expect([status, body.code]).toEqual([400, 'bad-request']);
  });

  it('nothing hostile stands in any row of any table', async () => {
    const { sequelize } = server.services.db;
    const found: string[] = [];
    for (const { name: table } of TABLES) {
      const [rows] = await sequelize.query(`SELECT * FROM ${table}`);
      for (const row of rows as Record<string, unknown>[])
        for (const [column, value] of Object.entries(row))
          if (typeof value === 'string' && (HOSTILE.test(value) || /\\u(0000|d800|202e|200b)/.test(value)))
            found.push(`${table}.${column}: ${value.slice(0, 80)}`);
    }
    expect(found).toEqual([]);
  });
});
