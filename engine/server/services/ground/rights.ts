import { LRUCache } from 'lru-cache';
import type { SessionView } from '#core/model/wire/index.ts';
import { type Change, type Database, onChange, type Session } from '#server/store/index.ts';
import type { Actor } from './actor.ts';

/** Milliseconds; another process's change is seen after that at the latest. */
const REMEMBERED_FOR = 900;
const SESSIONS = 20_000;

/** What somebody may do, by which session, and what the page shows of them once it was asked for. */
export type Rights = {
  session: Session;
  actor: Actor;
  account: Pick<SessionView['user'], 'hasQuestion' | 'secondFactor'>;
  view: SessionView | null;
};

/** Rights by the hash of a session. For reads alone: whatever writes reads them again inside its transaction. */
export type RememberedRights = {
  get(idHash: string): Rights | undefined;
  /** Gives the way to remember what is about to be read; nothing is remembered where it changed meanwhile. */
  reading(idHash: string): (rights: Rights) => void;
};

/** Remembers rights for less than a second, and no longer than until this process changes them. */
export function rememberRights(db: Database): RememberedRights {
  const known = new LRUCache<string, Rights>({ max: SESSIONS, ttl: REMEMBERED_FOR });
  let changes = 0;

  onChange(db, (change) => {
    if (!decides(change)) return;
    changes += 1;
    if (change.table !== 'users' || change.id === null) known.clear();
    else for (const [key, { actor }] of known.entries()) if (actor.userId === change.id) known.delete(key);
  });

  return {
    get: (idHash) => known.get(idHash),
    reading(idHash) {
      const before = changes;
      return (rights) => {
        if (changes === before) known.set(idHash, rights);
      };
    },
  };
}

/** Of sessions only that one ends, of users and organisations only that one is changed or goes. */
function decides({ table, act }: Change): boolean {
  if (table === 'sessions') return act === 'delete';
  if (table === 'users' || table === 'organisations') return act !== 'insert';
  return table === 'second_factors' || table === 'editions';
}
