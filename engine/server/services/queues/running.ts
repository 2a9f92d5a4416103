import type { CompiledEdition, CompiledRoute } from '#core/model/index.ts';
import { ACCOUNT_CYCLE } from '#server/services/accounts/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { notFound } from '#server/services/ground/index.ts';

/** A route as one edition has it. */
export type RouteVersion = { edition: CompiledEdition; route: CompiledRoute };

/**
 * A route as it runs in one cycle. Its cases may be under several editions of the cycle: `versions` begins with the
 * published one, whose words count, and goes on with older ones that route differently.
 */
export type RunningRoute = {
  id: string;
  cycle: string;
  /** The cycle's title; empty where the route stands outside of cycles. */
  cycleTitle: string;
  /** New cases go this way. */
  serving: boolean;
  lead: RouteVersion;
  versions: RouteVersion[];
};

/** Every route of every cycle: of the serving cycle first, then of the others. Accounts stand outside of cycles. */
export async function runningRoutes(services: Services): Promise<RunningRoute[]> {
  const cycles = await services.editions.cycles();
  return cycles.flatMap(({ editions: [lead, ...older], serving }) =>
    lead === undefined ? [] : routesOf([lead, ...older], serving),
  );
}

function routesOf(editions: CompiledEdition[], serving: boolean): RunningRoute[] {
  const ids = [...new Set(editions.flatMap(({ routes }) => Object.keys(routes)))];
  return ids.flatMap((id) => {
    const versions = editions.flatMap((edition) => versionOf(edition, id));
    const [lead] = versions;
    if (lead === undefined) return [];
    const isAccount = lead.route.definition.subject === 'account';
    if (isAccount && !serving) return [];
    const { cycle } = lead.edition.definition.edition;
    const where = isAccount
      ? { cycle: ACCOUNT_CYCLE, cycleTitle: '' }
      : { cycle: cycle.id, cycleTitle: cycle.title };
    return [{ id, ...where, serving, lead, versions }];
  });
}

function versionOf(edition: CompiledEdition, id: string): RouteVersion[] {
  const route = edition.routes[id];
  return route === undefined ? [] : [{ edition, route }];
}

/** A route in a cycle; without one, where new cases go. Throws not-found. */
export async function runningRoute(services: Services, id: string, cycle?: string): Promise<RunningRoute> {
  const all = await runningRoutes(services);
  const found = all.find((one) => one.id === id && (cycle === undefined ? one.serving : one.cycle === cycle));
  if (!found) throw notFound();
  return found;
}
