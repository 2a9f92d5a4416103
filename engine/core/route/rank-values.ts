import { compileLogic } from '#core/compile/index.ts';
import type { CompiledEdition, Json, Logic, RankOrder, RankTake, RuleData } from '#core/model/index.ts';
import type { RankLine } from './ranking.ts';

/** What the order and the sum of a batch read of one case, under the edition that the case is on. */
export function rankValues(
  edition: CompiledEdition,
  { order, take }: { order: RankOrder[]; take: RankTake },
  data: RuleData,
): { values: Json[]; amount: Json } {
  return {
    values: order.map(({ value }) => computed(edition, value, data)),
    amount: 'sum' in take ? computed(edition, take.sum, data) : null,
  };
}

/** How far the batch goes down its list, from the numbers of the batch. */
export function rankLine(edition: CompiledEdition, take: RankTake, data: RuleData): RankLine {
  if ('count' in take) return { count: computed(edition, take.count, data) };
  return { upTo: computed(edition, take.upTo, data) };
}

/** What cannot be computed is missing. */
function computed(edition: CompiledEdition, logic: Logic, data: RuleData): Json {
  try {
    return compileLogic(logic, edition.scope).run(data);
  } catch {
    return null;
  }
}
