import { atNoSection } from '#core/evaluate/index.ts';
import { isOver, lapse, limitEvent, timeLimits } from '#core/route/index.ts';
import {
  answersOf,
  desksNow,
  holdOthers,
  type LoadedCase,
  loadCase,
  passGate,
} from '#server/services/case/index.ts';
import { endOfDay, type Services, withContentCleanup, zoned } from '#server/services/ground/index.ts';
import { cases, type Tx, timeLimitRows } from '#server/store/index.ts';
import { storeStep } from './fire.ts';

const PAGE = 100;
/** How soon a limit is looked at again that may be moved, or whose condition does not hold yet. */
const AGAIN = 3_600_000;

/** What became of the time limits that were to be looked at. */
type FiredLimits = { fired: number; failed: { id: string; error: unknown }[] };

/**
 * Fires every time limit that is over, each in a transaction of its own, at the case as it is then: one that has left
 * the state has no such limit any more. `failed` are the cases at which it could not be done; they are tried again.
 */
export async function fireTimeLimits(
  services: Services,
  progress: (done: number, total: number | null) => Promise<void>,
): Promise<FiredLimits> {
  const done: FiredLimits = { fired: 0, failed: [] };
  const now = services.clock().toISOString();
  let seen = 0;
  for (;;) {
    const due = await timeLimitRows.due(services.db, now, PAGE);
    if (due.length === 0) return done;
    for (const id of due) {
      await progress(seen, null);
      seen += 1;
      try {
        done.fired += await fireAt(services, id);
      } catch (error) {
        done.failed.push({ id, error });
        await timeLimitRows.set(services.db, id, later(services));
      }
    }
  }
}

const later = ({ clock }: Services): string => new Date(clock().getTime() + AGAIN).toISOString();

/** Limits that follow each other at one case at once; more of them go in a circle. */
const MOST = 20;

async function fireAt(services: Services, id: string): Promise<number> {
  for (let fired = 0; fired <= MOST; fired += 1) if (!(await fireNext(services, id))) return fired;
  throw new Error(`More than ${MOST} time limits of case <${id}> are over at once`);
}

/** Fires one limit of a case; where none is over, says when to look again. Gives whether one was fired. */
function fireNext(services: Services, id: string): Promise<boolean> {
  return withContentCleanup(services, null, async (tx, orphanedHashes) => {
    const record = await cases.lock(tx, id);
    if (!record) return false;
    await passGate(tx, record);
    await holdOthers(services, tx, record);
    const loaded = await loadCase(services, tx, record);
    const { edition, route, state } = loaded;
    const { resolved } = await answersOf(services, tx, loaded);
    const now = zoned(services.clock(), edition.definition.programme.timeZone);
    const data = { ...atNoSection(resolved), desks: await desksNow(tx, loaded), now };
    const lapsed = lapse(edition, route, state, data);
    if (lapsed === null) {
      await lookLater(services, tx, loaded, timeLimits(edition, route, state, data), now);
      return false;
    }
    const { key, next, effects } = lapsed;
    const event = limitEvent(key);
    await storeStep(
      { services, tx, orphanedHashes, actor: null, loaded, by: 'system', input: {}, event, next },
      effects,
    );
    return true;
  });
}

async function lookLater(
  services: Services,
  tx: Tx,
  { record, edition }: LoadedCase,
  limits: ReturnType<typeof timeLimits>,
  now: string,
): Promise<void> {
  const { timeZone } = edition.definition.programme;
  const again = later(services);
  const looks = limits.map(({ at, moves }) => {
    if (isOver(at, now)) return again;
    const end = (at.length === 'YYYY-MM-DD'.length ? endOfDay(at, timeZone) : new Date(at)).toISOString();
    return moves && again < end ? again : end;
  });
  const [first] = looks.sort();
  if (first === undefined) await timeLimitRows.remove(tx, record.id);
  else await timeLimitRows.set(tx, record.id, first);
}
