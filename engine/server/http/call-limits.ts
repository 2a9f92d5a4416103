import { LRUCache } from 'lru-cache';
import { Failure } from '#server/services/ground/index.ts';

const MINUTE = 60_000;
/** Callers of routes that are counted at once; whoever was counted longest ago goes first. */
const COUNTED = 50_000;

type Count = { minute: number; calls: number; before: number };

/**
 * How often somebody calls a route, in the memory of this process: it spares the server, and guards no secret (tries
 * at secrets are counted in the database). A minute slides: the calls of the one before count for as much of it as is
 * still within sixty seconds. Throws `too-many`.
 */
export function createCallLimits(clock: () => Date): (key: string, perMinute: number) => void {
  const counts = new LRUCache<string, Count>({ max: COUNTED });
  return (key, perMinute) => {
    const now = clock().getTime();
    const minute = Math.floor(now / MINUTE);
    const count = inMinute(counts.get(key), minute);
    const left = 1 - (now % MINUTE) / MINUTE;
    if (count.calls + count.before * left >= perMinute) throw tooMany();
    counts.set(key, { ...count, calls: count.calls + 1 });
  };
}

function inMinute(known: Count | undefined, minute: number): Count {
  if (known?.minute === minute) return known;
  return { minute, calls: 0, before: known?.minute === minute - 1 ? known.calls : 0 };
}

const tooMany = (): Failure => new Failure('too-many', 'too-many', { retryAfter: MINUTE / 1000 });
