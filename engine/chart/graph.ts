import { routeOf } from '#core/compile/index.ts';
import { applicantTitles } from '#core/form/index.ts';
import type {
  CaseContext,
  ChartDefinition,
  CompiledEdition,
  CompiledRoute,
  RuleData,
  StateInfo,
} from '#core/model/index.ts';
import { eventTitle, resolveDesks, walk } from '#core/route/index.ts';
import { type Assumptions, inWords, simplified } from './assumptions.ts';
import { chartData, chartDeciders } from './decide.ts';
import { typicalTree } from './organisations.ts';

/** A state of the chart: what it is called, who holds it, how it looks. */
export type ChartNode = {
  id: string;
  title: string;
  holder: string;
  /** The states of the machine that it stands for, by their path. */
  states: string[];
  style: 'start' | 'desk' | 'aside' | 'end';
};
/** A way from one state to another and what leads along it; `forward` leads towards the end. */
export type ChartEdge = { from: string; to: string; titles: string[]; forward: boolean };
/** The states and ways of a chart, before anything has a place. */
export type ChartGraph = { nodes: ChartNode[]; edges: ChartEdge[] };

type Desks = CaseContext['desks'];

/** One move of the walk: who stood where, what was fired, and what of its guards had to be assumed. */
type Way = { from: string; to: string; event: string; assumed: Assumptions };

/** The stations and moves of a route as an applicant of the chart's kind meets them. */
export function chartGraph(edition: CompiledEdition, routeId: string, chart: ChartDefinition): ChartGraph {
  const compiled = routeOf(edition, routeId);
  const desks = chartDesks(edition, compiled, chart);
  const deciderOf = chartDeciders(edition, chartData(edition, chart, desks));
  const { configurations, moves } = walk(compiled, desks, deciderOf);
  const { events } = compiled.definition;
  const { locale } = edition.definition.programme;
  const holder = (info: StateInfo) => holderName(info, edition, compiled, desks);
  const idOf = (info: StateInfo) => `${info.title}\n${holder(info)}`;
  const nodes = Map.groupBy(
    configurations.map(({ info }) => info),
    idOf,
  );
  const ways = moves.map(({ from, to, event, decider }) => ({
    from: idOf(from.info),
    to: idOf(to.info),
    event,
    assumed: decider.assumed(),
  }));
  const wordsOf = (event: string, assumed: Assumptions) =>
    inWords(
      edition,
      { route: routeId, event, title: eventTitle(compiled.definition, event, locale) },
      assumed,
    );
  return drawn(
    [...nodes].flatMap(([id, infos]) => {
      const states = [...new Set(infos.map(({ text }) => text))];
      return infos.slice(0, 1).map((info) => ({ id, title: info.title, holder: holder(info), states }));
    }),
    joined(ways, wordsOf, (event) => events[event]?.primary === true),
  );
}

/**
 * The straight way leads from the start along forward edges. Where none leads on is an end; what the way does not touch
 * stands aside.
 */
function drawn(nodes: Omit<ChartNode, 'style'>[], edges: ChartEdge[]): ChartGraph {
  const [start] = nodes;
  const forward = edges.filter((edge) => edge.forward);
  const way = new Set(start && [start.id]);
  for (const id of way) {
    for (const edge of forward) if (edge.from === id) way.add(edge.to);
  }
  const styleOf = (node: { id: string }): ChartNode['style'] => {
    if (node === start) return 'start';
    if (!way.has(node.id)) return 'aside';
    return forward.some((edge) => edge.from === node.id) ? 'desk' : 'end';
  };
  return { nodes: nodes.map((node) => ({ ...node, style: styleOf(node) })), edges };
}

/** What rules read of an applicant of the chart's kind, and who holds the desks. */
export function chartSample(edition: CompiledEdition, routeId: string, chart: ChartDefinition): RuleData {
  return chartData(edition, chart, chartDesks(edition, routeOf(edition, routeId), chart));
}

/** The desks that an applicant of this kind meets; `assume` decides over those that need not exist. */
function chartDesks(edition: CompiledEdition, { definition }: CompiledRoute, chart: ChartDefinition): Desks {
  const desks = resolveDesks(edition, definition, chart.kind, typicalTree(edition.definition, chart.kind));
  for (const [desk, exists] of Object.entries(chart.assume ?? {}))
    desks[desk] = exists ? (desks[desk] ?? desk) : null;
  return desks;
}

function holderName(
  info: StateInfo,
  edition: CompiledEdition,
  compiled: CompiledRoute,
  desks: Desks,
): string {
  const { categories, programme } = edition.definition;
  const kinds = programme.organisationKinds;
  const forms = categories.filter(({ route }) => route === compiled.definition.id);
  const names = info.holders.flatMap((desk) => {
    if (desk === 'applicant') return applicantTitles(edition.definition, forms);
    const kind = kinds.find((one) => one.id === desks[desk]);
    return kind?.title ?? compiled.definition.desks[desk]?.title ?? desk;
  });
  return [...new Set(names)].join(' / ');
}

/** One line between two stations, whatever leads along it; what goes forward is drawn as such. */
function joined(
  ways: Way[],
  wordsOf: (event: string, assumed: Assumptions) => string,
  isForward: (event: string) => boolean,
): ChartEdge[] {
  const lines = Map.groupBy(
    ways.filter(({ from, to }) => from !== to),
    ({ from, to }) => `${from}\n->\n${to}`,
  );
  return [...lines.values()].flatMap((along) => {
    const [first] = along;
    if (!first) return [];
    const events = [...Map.groupBy(along, ({ event }) => event)];
    const titles = events.flatMap(([event, same]) =>
      simplified(same.map(({ assumed }) => assumed)).map((assumed) => wordsOf(event, assumed)),
    );
    const forward = events.some(([event]) => isForward(event));
    return [{ from: first.from, to: first.to, titles, forward }];
  });
}
