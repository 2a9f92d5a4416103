import { assemble } from '#core/assemble/index.ts';
import { compileEdition, interpretedValidators } from '#core/compile/index.ts';
import { createMemory } from '#core/memory/index.ts';
import type { ChartDefinition, CompiledEdition, SourceFile } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { chart } from './chart.ts';

const memory = createMemory();
const validators = interpretedValidators();

/** The route of a change, in one cycle or in all, and the charts of the units that it is meant for. */
type Meant = { route: string; cycle?: string | undefined; charts: readonly string[] };

/** The charts of a route that are drawn otherwise in `after`. Throws where a route or a kind is not there. */
export function changedCharts(
  before: CompiledEdition,
  after: CompiledEdition,
  route: string,
): ChartDefinition[] {
  const charts = after.routes[route]?.definition.charts ?? [];
  return charts.filter((one) => chart(before, route, one) !== chart(after, route, one));
}

/**
 * The charts that files draw otherwise after a change although their units are not those that it is meant for; null
 * where a definition does not hold, so that nobody can say.
 */
export function chartsElsewhere(
  before: readonly SourceFile[],
  after: readonly SourceFile[],
  { route, cycle, charts }: Meant,
): ChartDefinition[] | null {
  try {
    const known = editionsOf(before, cycle);
    const changed = [...editionsOf(after, cycle)].flatMap(([id, edition]) => {
      const earlier = known.get(id);
      return earlier?.routes[route] ? changedCharts(earlier, edition, route) : [];
    });
    return changed.filter(({ id }) => !charts.includes(id));
  } catch {
    return null;
  }
}

function editionsOf(files: readonly SourceFile[], cycle?: string): Map<string, CompiledEdition> {
  const editions = assemble([...files], memory).map(({ definition }) => definition);
  const meant = editions.filter(({ edition }) => cycle === undefined || edition.cycle.id === cycle);
  const options = { hash: 'unnamed', validators, routes: compileRoute, memory };
  return new Map(meant.map((one) => [one.edition.cycle.id, compileEdition(one, options)]));
}
