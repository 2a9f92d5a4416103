import type { CompiledEdition } from '#core/model/index.ts';
import { tagsOf } from '#core/route/index.ts';
import type { LoadedCase } from '#server/services/case/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { type FrozenHead, frozenPrints, type Tx } from '#server/store/index.ts';

/**
 * Frozen prints of a case, newest first, each with whether it is the official one now: the newest of its sheet, while the
 * case stands where it was frozen, in the same round. What the edition that it was frozen under says counts: the case may
 * have moved to another one since.
 */
export async function frozenOf(
  services: Services,
  tx: Tx,
  loaded: LoadedCase,
): Promise<(FrozenHead & { isOfficial: boolean })[]> {
  const all = await frozenPrints.ofCase(tx, loaded.record.id);
  const seen = new Set<string>();
  const list: (FrozenHead & { isOfficial: boolean })[] = [];
  for (const one of all) {
    const isNewest = !seen.has(one.sheet);
    seen.add(one.sheet);
    const edition = await services.editions.get(one.edition);
    list.push({ ...one, isOfficial: isNewest && holds(edition, loaded, one) });
  }
  return list;
}

function holds(edition: CompiledEdition, { record, route, state }: LoadedCase, frozen: FrozenHead): boolean {
  const tags = tagsOf(route, state);
  const { frozenIn = [] } = edition.sheets[frozen.sheet] ?? {};
  return record.round === frozen.round && frozenIn.some((tag) => tags.includes(tag));
}

/** The frozen print that is the official one of this sheet now; undefined where the sheet is printed as it is. */
export async function officialPrint(
  services: Services,
  tx: Tx,
  loaded: LoadedCase,
  sheet: string,
): Promise<FrozenHead | undefined> {
  return (await frozenOf(services, tx, loaded)).find((one) => one.sheet === sheet && one.isOfficial);
}
