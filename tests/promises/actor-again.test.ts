import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tokenHash } from '#server/crypto/index.ts';
import { type Route, routes } from '#server/http/index.ts';
import { sessions, users } from '#server/store/index.ts';
import type { Client } from '../journeys/client.ts';
import { type Kind, mainly } from '../journeys/kinds.ts';
import { actsOf, World } from './away/index.ts';
import type { Acts, Write } from './away/world.ts';
import { dump } from './dump.ts';

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

/** What people may do that is stored, and what is read and leaves a row in the trail. */
const WRITES = routes
  .filter((route) => route.access !== 'public' && route.method !== 'GET')
  .map(nameOf)
  .concat('GET /api/cases/:id/sensitive', 'GET /api/replays/:id/cases/:case');

describe.each(mainly('mariadb'))(
  'F2: whoever was sent away while a request was on its way, on %s',
  (kind: Kind) => {
    let world: World;
    let acts: Acts;
    beforeAll(async () => {
      world = await World.open(kind);
      acts = actsOf(world);
      onOpening();
    });
    afterAll(() => world?.server.stop());

    let meanwhile: (() => Promise<void>) | null = null;

    /** Before the next transaction opens, something happens that the request has not seen. */
    function onOpening(): void {
      const { db } = world.server.services;
      const { gate } = db;
      const opening = async <R>(work: () => Promise<R>): Promise<R> => {
        const happens = meanwhile;
        meanwhile = null;
        await happens?.();
        return gate(work);
      };
      Object.assign(db, { gate: opening });
    }

    const sessionOf = (client: Client) => sessions.get(world.server.services.db, tokenHash(secretOf(client)));

    /** Sends it while the session ends, or the account is frozen, and puts everything back. */
    async function sentAway(write: Write, how: 'logged out' | 'frozen'): Promise<number> {
      const { db } = world.server.services;
      const session = await sessionOf(write.who);
      if (!session) throw new Error('nobody is logged in');
      meanwhile = async () => {
        if (how === 'logged out') await sessions.remove(db, session.idHash);
        else await setStatus(session.userId, 'frozen');
      };
      const { status } = await write.send();
      expect(meanwhile, 'a transaction was opened').toBeNull();
      if (how === 'frozen') await setStatus(session.userId, 'active');
      else await sessions.create(db, session);
      return status;
    }

    async function setStatus(id: string, status: 'frozen' | 'active'): Promise<void> {
      const user = await users.get(world.server.services.db, id);
      if (user) await users.update(world.server.services.db, id, user.version, { status });
    }

    it('every write has its line here', () => {
      expect(Object.keys(acts).sort()).toEqual(WRITES.toSorted());
    });

    it.each(WRITES)('%s stores nothing', async (name) => {
      const write = await acts[name]?.();
      if (!write) throw new Error(`no write for ${name}`);
      for (const how of ['logged out', 'frozen'] as const) {
        const before = await stored();
        expect([how, await sentAway(write, how)]).toEqual([how, 401]);
        expect(await stored()).toBe(before);
      }
      const { status, text } = await write.send();
      expect(status, text.slice(0, 300)).toBeLessThan(300);
    });

    /** Every row, but for the versions of users: freezing and its contrary count them up. */
    const stored = async (): Promise<string> =>
      (await dump(world.server.services.db))
        .split('\n')
        .map((line) => (line.startsWith('users ') ? line.replace(/"version":\d+/, '') : line))
        .join('\n');
  },
);

const secretOf = (client: Client): string => client.cookie.split('=')[1] ?? '';
