import type { ChartDefinition, CompiledEdition } from '#core/model/index.ts';
import { draw } from './draw.ts';
import { chartGraph } from './graph.ts';
import { type Layout, layOut } from './layout.ts';

/**
 * Draws the flow of a route for one kind of applicant's organisation: takes a compiled edition and one of the charts
 * of its route, gives an SVG of text and lines alone. Throws when the route or the kind does not exist.
 */
export function chart(edition: CompiledEdition, route: string, definition: ChartDefinition): string {
  return draw(definition.title, layOut(chartGraph(edition, route, definition)));
}

/** The same chart with everything at its place, for whoever draws it otherwise. */
export function chartLayout(edition: CompiledEdition, route: string, definition: ChartDefinition): Layout {
  return layOut(chartGraph(edition, route, definition));
}
