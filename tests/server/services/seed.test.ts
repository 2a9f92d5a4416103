import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cases } from '#server/store/index.ts';
import { GARDEN, HEALTH, startServer } from '../../journeys/harness.ts';
import { isFull } from '../../promises/scale.ts';

describe('the demonstration', () => {
  // Inside npm test the browser suite plays that of the health titles, and logs in as its people.
  it.each(isFull ? [GARDEN, HEALTH] : [GARDEN])(
    'of %s runs to its end, and its accounts log in',
    async (definitions) => {
      const server = await startServer({ definitions, demo: true });
      const { demo, programme } = (await server.services.editions.current()).definition;
      const expected = (demo?.organisations.length ?? 0) + (demo?.people.length ?? 0);
      expect(server.seeded.length).toBeGreaterThan(expected);
      const account = server.seeded.find((one) => one.username === demo?.people[0]?.id);
      const client = server.client();
      await client.must(
        client.prove('/api/session', { username: account?.username, password: account?.password }),
      );
      const route = (await server.services.editions.current()).definition.routes.find(
        (one) => one.subject === 'application',
      );
      const cycle = (await server.services.editions.current()).definition.edition.cycle.id;
      const filter = { under: programme.seed.organisations[0]?.id ?? '', route: route?.id ?? '', cycle };
      const counts = await cases.countByState(server.services.db, filter);
      expect(counts.reduce((sum, one) => sum + one.count, 0)).toBe(demo?.applications.length);
      await server.stop();
    },
  );

  it('that stops half-way does not keep the server from starting, and accounts made by then log in', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'shenbao-broken-demo-'));
    await cp(GARDEN, folder, { recursive: true });
    const demo = JSON.parse(await readFile(join(folder, 'demo.json'), 'utf8'));
    demo.people[0].sections = {};
    await writeFile(join(folder, 'demo.json'), JSON.stringify(demo));
    const server = await startServer({ definitions: folder, demo: true });
    expect(server.seeded.map((one) => one.username)).not.toContain(demo.people[0].id);
    const account = server.seeded.find((one) => one.username === demo.organisations[0].id);
    const login = { username: account?.username, password: account?.password };
    await server.client().must(server.client().prove('/api/session', login));
    await server.stop();
    await rm(folder, { recursive: true });
  });

  it('leaves no number of a person readable in the database', async () => {
    const server = await startServer({ definitions: GARDEN, demo: true });
    const number = 'AB123456';
    const { demo } = (await server.services.editions.current()).definition;
    expect(JSON.stringify(demo)).toContain(number);
    const rows = await server.services.db.sequelize.query(
      "SELECT value FROM case_sections WHERE section = 'person'",
    );
    expect(JSON.stringify(rows)).not.toContain(number);
    const witness = () => readFile(join(server.folder, 'audit-heads.txt'), 'utf8');
    await expect.poll(witness).toMatch(/^\d+ [0-9a-f]{64}$/m);
    await server.stop();
  });
});
