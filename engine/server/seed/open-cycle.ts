import { type CycleWindow, windowOf } from '#core/form/index.ts';
import { setWindow } from '#server/services/editions/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { cycleWindows, inTransaction } from '#server/store/index.ts';

/** So long a demonstration can at least be used before its cycle closes. */
const AT_LEAST = 30 * 86_400_000;

/**
 * A demonstration is open in whatever year it is started: the window of its cycle moves by whole years to where now
 * lies in it, as a change of the cycle like any other. What a person has decided stays as it is.
 */
export async function openCycle(services: Services): Promise<void> {
  const edition = await services.editions.current();
  const { programme, edition: settings } = edition.definition;
  const row = await cycleWindows.get(services.db, programme.id, settings.cycle.id);
  if (row && row.changedBy !== null) return;
  const defined = windowOf(settings.cycle);
  const window = aroundNow(row ?? defined, services.clock().getTime());
  if (window === null) return;
  const change = { edition, version: row?.version ?? 0, ...window };
  await inTransaction(services.db, (tx) => setWindow(services, tx, null, change));
}

/** The window moved by whole years so that it is open now and for a while; null where it is so already. */
function aroundNow({ opensAt, closesAt, returnedUntil }: CycleWindow, now: number): CycleWindow | null {
  let ahead = 0;
  while (Date.parse(yearsOn(closesAt, ahead)) < now + AT_LEAST) ahead += 1;
  let back = 0;
  while (Date.parse(yearsOn(opensAt, back)) > now) back -= 1;
  if (ahead === 0 && back === 0) return null;
  return {
    opensAt: yearsOn(opensAt, back),
    closesAt: yearsOn(closesAt, ahead),
    returnedUntil: yearsOn(returnedUntil, ahead),
  };
}

function yearsOn(at: string, years: number): string {
  const moment = new Date(at);
  moment.setUTCFullYear(moment.getUTCFullYear() + years);
  return moment.toISOString();
}
