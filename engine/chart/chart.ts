import type { CompiledRoute, Definition, RouteDefinition } from '#core/model/index.ts';
import { wordsOf } from '#core/route/index.ts';
import { draw } from './draw.ts';
import { chartGraph } from './graph.ts';
import { layOut } from './layout.ts';

export type ChartDefinition = NonNullable<RouteDefinition['charts']>[number];

/**
 * Draws the flow of a route for one kind of applicant's organisation: takes a compiled route and one of
 * its charts, gives an SVG of text and lines alone. Throws when the kind does not exist.
 */
export function chart(compiled: CompiledRoute, definition: ChartDefinition, programme: Definition): string {
  const graph = chartGraph(compiled, definition, programme, wordsOf(programme.programme.locale));
  return draw(definition.title, layOut(graph));
}
