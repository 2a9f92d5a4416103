import { type CycleWindow, termEnd, termOf, windowOf } from '#core/form/index.ts';
import type { CompiledEdition, Definition } from '#core/model/index.ts';
import type { CycleChange, CyclesView } from '#core/model/wire/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import {
  type Actor,
  asActor,
  Failure,
  notFound,
  type Services,
  zoned,
} from '#server/services/ground/index.ts';
import { type CycleWindowRecord, cycleWindows, type Tx } from '#server/store/index.ts';
import { zonedWindow } from './windows.ts';

/** The cycles that the folder of definitions has: when each is open, and what its definition says. */
export async function cyclesView(services: Services): Promise<CyclesView> {
  const [serving, editions] = await Promise.all([services.editions.current(), services.editions.newest()]);
  const lines = editions.map(async (edition): Promise<Line> => {
    const { programme, edition: settings } = edition.definition;
    const row = await cycleWindows.get(services.db, programme.id, settings.cycle.id);
    const window = await services.editions.window(services.db, edition);
    return {
      id: settings.cycle.id,
      title: settings.cycle.title,
      serving: edition.hash === serving.hash,
      window,
      defined: zonedWindow(windowOf(settings.cycle), edition.definition),
      retention: retentionOf(edition.definition, window),
      changedAt: row?.changedAt ?? null,
      version: row?.version ?? 0,
    };
  });
  return { cycles: await Promise.all(lines) };
}

type Line = CyclesView['cycles'][number];

function retentionOf({ edition, programme }: Definition, window: CycleWindow): Line['retention'] {
  const term = termOf(edition, window);
  return term && { years: term.years, until: zoned(new Date(termEnd(term)), programme.timeZone) };
}

/**
 * Changes when a cycle is open, for every case in it and without a new edition. Throws not-found for a cycle that the
 * definitions do not have, `stale`, `cycle-crossed`, `cycle-grace`.
 */
export async function changeCycle(
  services: Services,
  actor: Actor,
  id: string,
  change: CycleChange,
): Promise<void> {
  const editions = await services.editions.newest();
  const edition = editions.find(({ definition }) => definition.edition.cycle.id === id);
  if (!edition) throw notFound();
  refuseCrossed(change);
  await asActor(services, actor, (tx) => setWindow(services, tx, actor, { edition, ...change }));
}

function refuseCrossed({ opensAt, closesAt, returnedUntil }: CycleChange): void {
  const [opens, closes, until] = [opensAt, closesAt, returnedUntil].map((at) => Date.parse(at));
  if (opens === undefined || closes === undefined || until === undefined) return;
  if ([opens, closes, until].some(Number.isNaN)) throw new Failure('invalid', 'bad-request');
  if (opens >= closes) throw new Failure('invalid', 'cycle-crossed');
  if (until < closes) throw new Failure('invalid', 'cycle-grace');
}

type WindowChange = CycleChange & { edition: CompiledEdition };

/** Stores the window and records what it was before; the demonstration does it without a person. */
export async function setWindow(
  services: Services,
  tx: Tx,
  actor: Actor | null,
  { edition, version, opensAt, closesAt, returnedUntil }: WindowChange,
): Promise<void> {
  const { programme, edition: settings } = edition.definition;
  const before = await services.editions.window(tx, edition);
  const window: Omit<CycleWindowRecord, 'version'> = {
    programme: programme.id,
    cycle: settings.cycle.id,
    opensAt,
    closesAt,
    returnedUntil,
    changedAt: services.clock().toISOString(),
    changedBy: actor?.userId ?? null,
  };
  if (!(await cycleWindows.set(tx, window, version))) throw new Failure('conflict', 'stale');
  const after = zonedWindow({ opensAt, closesAt, returnedUntil }, edition.definition);
  await recordAudit(services, tx, actor, {
    action: 'cycle',
    subject: settings.cycle.id,
    detail: { before: { ...before }, after: { ...after } },
  });
}
