import { routeOf } from '#core/compile/index.ts';
import { ruleData } from '#core/evaluate/index.ts';
import { applicantTitles } from '#core/form/index.ts';
import type {
  CaseContext,
  ChartDefinition,
  CompiledEdition,
  CompiledRoute,
  GuardParams,
  RuleData,
  StateInfo,
} from '#core/model/index.ts';
import { holds, resolveDesks, walk } from '#core/route/index.ts';
import { typicalTree } from './organisations.ts';

/** A state of the chart: what it is called, who holds it, how it looks. */
export type ChartNode = {
  id: string;
  title: string;
  holder: string;
  style: 'start' | 'desk' | 'aside' | 'end';
};
/** A way from one state to another; `forward` leads towards the end. */
export type ChartEdge = { from: string; to: string; title: string; forward: boolean };
/** The states and ways of a chart, before anything has a place. */
export type ChartGraph = { nodes: ChartNode[]; edges: ChartEdge[] };

type Desks = CaseContext['desks'];

/** The stations and moves of a route as an applicant of the chart's kind meets them. */
export function chartGraph(edition: CompiledEdition, routeId: string, chart: ChartDefinition): ChartGraph {
  const compiled = routeOf(edition, routeId);
  const desks = chartDesks(edition, compiled, chart);
  const data = chartData(edition, chart, desks);
  const { configurations, moves } = walk(compiled, desks, (by) => ({
    decide: (params, context) => decide(params, by, withContext(data, context)),
  }));
  const { events } = compiled.definition;
  const holder = (info: StateInfo) => holderName(info, edition, compiled, desks);
  const idOf = (info: StateInfo) => `${info.title}\n${holder(info)}`;
  const nodes = new Map(
    configurations.map(({ info }) => [idOf(info), { title: info.title, holder: holder(info) }]),
  );
  const edges = moves.map(({ from, to, event }) => ({
    from: idOf(from.info),
    to: idOf(to.info),
    title: events[event]?.title ?? event,
    forward: events[event]?.primary === true,
  }));
  return drawn(
    [...nodes].map(([id, node]) => ({ id, ...node })),
    joined(edges),
  );
}

function withContext(data: RuleData, { round, acted }: CaseContext): RuleData {
  return { ...data, case: { ...data.case, round, acted } };
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

/** The desks that an applicant of this kind meets; `assume` decides over those that need not exist. */
function chartDesks(edition: CompiledEdition, { definition }: CompiledRoute, chart: ChartDefinition): Desks {
  const desks = resolveDesks(edition, definition, chart.kind, typicalTree(edition.definition, chart.kind));
  for (const [desk, exists] of Object.entries(chart.assume ?? {}))
    desks[desk] = exists ? (desks[desk] ?? desk) : null;
  return desks;
}

/** What rules read on a chart. It shows nobody being late: every station was entered when the cycle opened. */
function chartData(edition: CompiledEdition, chart: ChartDefinition, desks: Desks): RuleData {
  const { programme, edition: settings } = edition.definition;
  const kind = programme.organisationKinds.find((one) => one.id === chart.kind);
  const unit = { id: chart.kind, kind: chart.kind, level: kind?.level ?? 0, name: kind?.title ?? chart.kind };
  const now = settings.cycle.opensAt;
  const data = ruleData(edition, { unit, desks, now, case: { enteredAt: now } });
  return Object.assign(data, chart.facts, { desks });
}

function decide(params: GuardParams, by: string, data: RuleData): boolean {
  if (params.by !== null && !(params.by.includes(by) && present(by, data))) return false;
  return params.run === null || holds(params.run, data);
}

function present(by: string, data: RuleData): boolean {
  return !(by in data.desks) || data.desks[by] !== null;
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
function joined(edges: ChartEdge[]): ChartEdge[] {
  const lines = new Map<string, ChartEdge & { titles: Set<string> }>();
  for (const edge of edges.filter(({ from, to }) => from !== to)) {
    const key = `${edge.from}\n->\n${edge.to}`;
    const line = lines.get(key) ?? { ...edge, titles: new Set<string>() };
    line.titles.add(edge.title);
    lines.set(key, { ...line, forward: line.forward || edge.forward });
  }
  return [...lines.values()].map(({ titles, ...edge }) => ({ ...edge, title: [...titles].join(' / ') }));
}
