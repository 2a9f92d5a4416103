import { chartsElsewhere } from '#chart/index.ts';
import { type Change, type ChangeProblem, refusal } from '#core/change/index.ts';
import { asList, asText } from '#core/json/index.ts';
import type { SourceFile } from '#core/model/index.ts';

/**
 * Why a stage that was inserted may not stay: the way of units that it does not name would be another, or nobody can say
 * whose way would be. Null where nothing speaks against it.
 */
export function refusedStage(
  before: readonly SourceFile[],
  after: readonly SourceFile[],
  change: Change,
): ChangeProblem | null {
  if (change.kind !== 'insertStage') return null;
  const [route = '', title = ''] = [asText(change.route), asText(change.title)];
  const charts = asList(change.charts).map(String);
  const elsewhere = chartsElsewhere(before, after, { route, cycle: asText(change.cycle), charts });
  if (elsewhere === null) return refusal(before, 'charts-unknown', { title });
  if (elsewhere.length === 0) return null;
  const titles = [...new Set(elsewhere.map((one) => one.title))];
  return refusal(before, 'charts-elsewhere', { title, charts: titles });
}
