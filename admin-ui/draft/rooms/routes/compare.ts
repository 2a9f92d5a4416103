import { changedCharts } from '#chart/index.ts';
import { apply, type Change } from '#core/change/index.ts';
import { routeOf } from '#core/compile/index.ts';
import type { ChartDefinition, CompiledEdition, CompiledRoute, SourceFile } from '#core/model/index.ts';
import { eventTitle, queueEvents } from '#core/route/index.ts';
import { compiledOf } from '../../model/compiled.ts';
import { cyclesOf } from '../../model/files.ts';

/** What a desk may do in one of its queues, before a change and after it. */
export type QueueChange = { desk: string; queue: string; before: string[]; after: string[] };

/** What changes do to a route: which of its charts are others, and what desks may do; or why they cannot be made. */
type RouteEffects =
  | { after: CompiledEdition; charts: ChartDefinition[]; queues: QueueChange[] }
  | { problem: string };

/** Charts that changes make others although nobody meant the units that they are drawn for. */
export const chartsElsewhere = (effects: RouteEffects, meant: readonly string[]): ChartDefinition[] =>
  'problem' in effects ? [] : effects.charts.filter(({ id }) => !meant.includes(id));

/** Makes changes to the files of a cycle and compares the route. The files stay as they are. */
export function routeEffects(
  files: SourceFile[],
  edition: CompiledEdition,
  route: string,
  changes: readonly Change[],
): RouteEffects {
  let now = files;
  for (const change of changes) {
    const made = apply(now, change);
    if ('problem' in made) return { problem: made.problem.message };
    now = made.files;
  }
  const [loaded] = cyclesOf(now);
  const after = loaded ? compiledOf(loaded) : null;
  if (!after) return { problem: '' };
  const charts = changedCharts(edition, after, route);
  return { after, charts, queues: queueChanges(edition, after, route) };
}

function queueChanges(one: CompiledEdition, other: CompiledEdition, route: string): QueueChange[] {
  const [before, after] = [buttonsOf(one, route), buttonsOf(other, route)];
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys.flatMap((key) => {
    const known = after.get(key) ?? before.get(key);
    const change = { before: before.get(key)?.events ?? [], after: after.get(key)?.events ?? [] };
    const isSame = change.before.join('\n') === change.after.join('\n');
    return known && !isSame ? [{ desk: known.desk, queue: known.queue, ...change }] : [];
  });
}

type Buttons = { desk: string; queue: string; events: string[] };

function buttonsOf(edition: CompiledEdition, route: string): Map<string, Buttons> {
  const compiled = routeOf(edition, route);
  const rows = Object.entries(queueEvents(compiled)).flatMap(([queue, byDesk]) =>
    Object.entries(byDesk).map(([desk, events]): [string, Buttons] => [
      `${desk}\n${queue}`,
      { ...namesOf(compiled, desk, queue), events: titled(edition, compiled, events) },
    ]),
  );
  return new Map(rows);
}

const namesOf = ({ definition }: CompiledRoute, desk: string, queue: string) => ({
  desk: definition.desks[desk]?.title ?? desk,
  queue: definition.queues[queue]?.title ?? queue,
});

function titled(edition: CompiledEdition, { definition }: CompiledRoute, events: string[]): string[] {
  const { locale } = edition.definition.programme;
  return events.map((event) => eventTitle(definition, event, locale));
}
