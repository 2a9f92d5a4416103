import type { CaseContext, CompiledRoute, Definition, JsonObject, RuleData } from '#core/model/index.ts';
import type { GuardParams, StateInfo } from '#core/route/index.ts';
import { holds, resolveDesks, walk } from '#core/route/index.ts';
import type { ChartDefinition } from './chart.ts';
import { typicalTree } from './organisations.ts';

export type ChartNode = {
  id: string;
  title: string;
  holder: string;
  look: 'start' | 'desk' | 'aside' | 'end';
};
export type ChartEdge = { from: string; to: string; title: string; forward: boolean };
export type ChartGraph = { nodes: ChartNode[]; edges: ChartEdge[] };

type Desks = CaseContext['desks'];

/** The stations and moves of a route as an applicant of the chart's kind meets them. */
export function chartGraph(
  compiled: CompiledRoute,
  chart: ChartDefinition,
  programme: Definition,
  words: Record<string, string>,
): ChartGraph {
  const desks = chartDesks(compiled, chart, programme);
  const data = chartData(chart, programme, desks);
  const { configurations, moves } = walk(compiled, desks, (by) => ({
    decide: (params, context) =>
      decide(params, by, { ...data, case: caseOf(context, programme.edition.cycle.opensAt) }),
  }));
  const name = (info: StateInfo) => holderName(info, compiled, desks, programme, words);
  const idOf = (info: StateInfo) => `${info.title}\n${name(info)}`;
  const forward = (event: string) => compiled.definition.events[event]?.primary === true;
  const nodes = new Map<string, ChartNode>();
  for (const { info } of configurations) {
    const id = idOf(info);
    const known = nodes.get(id);
    if (!known)
      nodes.set(id, {
        id,
        title: info.title,
        holder: name(info),
        look: lookOf(info, nodes.size === 0),
      });
  }
  const titled = (event: string) => compiled.definition.events[event]?.title ?? event;
  const edges = moves.map(({ from, to, event }) => ({
    from: idOf(from.info),
    to: idOf(to.info),
    title: titled(event),
    forward: forward(event),
  }));
  return withAsides([...nodes.values()], joined(edges));
}

/** What the straight way from the start does not touch stands aside. */
function withAsides(nodes: ChartNode[], edges: ChartEdge[]): ChartGraph {
  const way = new Set(nodes.slice(0, 1).map((node) => node.id));
  for (const id of way) {
    for (const edge of edges) if (edge.forward && edge.from === id) way.add(edge.to);
  }
  return { nodes: nodes.map((node) => (way.has(node.id) ? node : { ...node, look: 'aside' })), edges };
}

/** The desks that an applicant of this kind meets; `assume` decides over those that need not exist. */
function chartDesks(compiled: CompiledRoute, chart: ChartDefinition, programme: Definition): Desks {
  const scope = {
    codes: Object.fromEntries(programme.codes.map((list) => [list.id, list])),
    expressions: Object.fromEntries(programme.expressions.map((one) => [one.id, one])),
    timeZone: programme.programme.timeZone,
  };
  const desks = resolveDesks(compiled.definition, chart.kind, typicalTree(programme, chart.kind), scope);
  for (const [desk, exists] of Object.entries(chart.assume ?? {}))
    desks[desk] = exists ? (desks[desk] ?? desk) : null;
  return desks;
}

function chartData(chart: ChartDefinition, programme: Definition, desks: Desks): RuleData {
  const { cycle, facts } = programme.edition;
  const kind = programme.programme.organisationKinds.find((one) => one.id === chart.kind);
  const unit = { id: chart.kind, kind: chart.kind, level: kind?.level ?? 0, name: kind?.title ?? chart.kind };
  return {
    application: {},
    applicant: {},
    unit,
    cycle: { ...cycle, facts: facts ?? {} },
    now: cycle.opensAt,
    ...chart.facts,
    desks,
  };
}

/** A chart shows nobody being late: every station was entered just now. */
function caseOf(context: CaseContext, enteredAt: string): JsonObject {
  return {
    round: context.round,
    acted: context.acted,
    enteredAt,
    returnedBy: null,
    vars: {},
    tags: [],
    vacant: [],
  };
}

function decide(params: GuardParams, by: string, data: RuleData): boolean {
  if (params.by !== null && !(params.by.includes(by) && present(by, data))) return false;
  return params.run === null || holds(params.run, data);
}

function present(by: string, data: RuleData): boolean {
  const desks = data.desks as Desks;
  return !(by in desks) || desks[by] !== null;
}

function holderName(
  info: StateInfo,
  compiled: CompiledRoute,
  desks: Desks,
  programme: Definition,
  words: Record<string, string>,
): string {
  const kinds = programme.programme.organisationKinds;
  const names = info.holders.map((desk) => {
    if (desk === 'applicant') return words.applicant ?? desk;
    const kind = kinds.find((one) => one.id === desks[desk]);
    return kind?.title ?? compiled.definition.desks[desk]?.title ?? desk;
  });
  return [...new Set(names)].join(' / ');
}

function lookOf(info: StateInfo, first: boolean): ChartNode['look'] {
  if (first) return 'start';
  return info.final || info.tags.includes('official') ? 'end' : 'desk';
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
