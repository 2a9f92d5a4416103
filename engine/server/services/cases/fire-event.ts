import { type BulkFiring, CASES_AT_ONCE, type FiredView } from '#core/model/wire/index.ts';
import { seeCase } from '#server/services/case/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { Failure, withContentCleanup } from '#server/services/ground/index.ts';
import { type Fired, type Firing, fireOn } from './fire.ts';

/** Fires an event at one case. See `fireOn` for what it throws. */
export async function fireEvent(
  services: Services,
  actor: Actor,
  id: string,
  firing: Firing,
): Promise<FiredView> {
  const fired = await withContentCleanup(services, actor, async (tx, orphanedHashes) => {
    const access = await seeCase(services, tx, actor, id, { lock: true });
    return fireOn(services, { tx, orphanedHashes }, actor, access, firing);
  });
  return firedView([fired]);
}

/**
 * Fires an event at many cases, each by itself allowed: all of them or none. One that does not exist refuses the
 * whole call. Throws `too-many-cases` besides.
 */
export async function fireBulk(
  services: Services,
  actor: Actor,
  { event, cases, input }: BulkFiring,
): Promise<FiredView> {
  if (cases.length > CASES_AT_ONCE)
    throw new Failure('invalid', 'too-many-cases', { params: { limit: CASES_AT_ONCE } });
  const inOrder = [...cases].sort((a, b) => (a.id < b.id ? -1 : 1));
  if (new Set(inOrder.map((one) => one.id)).size !== inOrder.length)
    throw new Failure('invalid', 'bad-request');
  return withContentCleanup(services, actor, async (tx, orphanedHashes) => {
    const fired: Fired[] = [];
    // In the order of their ids, so that two calls over the same cases never wait for each other.
    for (const { id, version } of inOrder) {
      const access = await seeCase(services, tx, actor, id, { lock: true });
      const definition = (await services.editions.get(access.record.edition)).routes[access.record.route]
        ?.definition.events[event];
      if (definition && !definition.bulk) throw new Failure('invalid', 'not-bulk');
      fired.push(await fireOn(services, { tx, orphanedHashes }, actor, access, { event, version, input }));
    }
    return firedView(fired);
  });
}

/** What became of the cases, each warning once. */
export function firedView(fired: Fired[]): FiredView {
  const cases = fired.map(({ id, version, stateTitle }) => ({ id, version, stateTitle }));
  return { cases, warnings: [...new Set(fired.flatMap((one) => one.warnings))] };
}
