import dagre from '@dagrejs/dagre';
import type { ChartEdge, ChartGraph, ChartNode } from './graph.ts';
import { widthOf, wrap } from './text.ts';

export const TITLE = 15;
export const HOLDER = 12;
export const LABEL = 12;

export type Point = { x: number; y: number };
export type Box = ChartNode & Point & { width: number; height: number; titles: string[]; holders: string[] };
export type Line = ChartEdge & { points: Point[]; label: Point & { width: number; lines: string[] } };
export type Layout = { width: number; height: number; boxes: Box[]; lines: Line[] };

const lineHeight = (size: number) => size * 1.45;

/** Places the boxes in layers from top to bottom and leads the lines around them. */
export function layOut(graph: ChartGraph): Layout {
  const plan = new dagre.graphlib.Graph({ multigraph: true });
  plan.setGraph({ rankdir: 'TB', nodesep: 56, edgesep: 26, ranksep: 34, marginx: 28, marginy: 24 });
  const boxes = graph.nodes.map(boxOf);
  for (const box of boxes) plan.setNode(box.id, { width: box.width, height: box.height });
  const lines = graph.edges.map((edge, index) => ({ edge, index, lines: wrap(edge.title, LABEL, 120) }));
  for (const line of lines)
    plan.setEdge(line.edge.from, line.edge.to, edgeLabel(line.edge, line.lines), String(line.index));
  dagre.layout(plan);
  const { width = 0, height = 0 } = plan.graph() as { width?: number; height?: number };
  return {
    width,
    height,
    boxes: boxes.map((box) => ({ ...box, ...pointOf(plan.node(box.id)) })),
    lines: lines.map(({ edge, index, lines: texts }) =>
      placed(edge, texts, plan.edge(edge.from, edge.to, String(index))),
    ),
  };
}

function boxOf(node: ChartNode): Box {
  const titles = wrap(node.title, TITLE, 200);
  const holders = wrap(node.holder, HOLDER, 200);
  const widths = [...titles.map((one) => widthOf(one, TITLE)), ...holders.map((one) => widthOf(one, HOLDER))];
  const height = titles.length * lineHeight(TITLE) + holders.length * lineHeight(HOLDER) + 18;
  return { ...node, titles, holders, x: 0, y: 0, width: Math.max(120, ...widths) + 32, height };
}

function edgeLabel(edge: ChartEdge, lines: string[]) {
  const width = Math.max(...lines.map((one) => widthOf(one, LABEL))) + 10;
  const height = lines.length * lineHeight(LABEL) + 4;
  return edge.forward
    ? { width, height, labelpos: 'c', weight: 12, minlen: 1 }
    : { width, height, labelpos: 'c', weight: 1, minlen: 1 };
}

function placed(edge: ChartEdge, texts: string[], at: unknown): Line {
  const {
    points = [],
    x = 0,
    y = 0,
    width = 0,
  } = at as { points?: Point[]; x?: number; y?: number; width?: number };
  return { ...edge, points, label: { x, y, width, lines: texts } };
}

function pointOf(node: unknown): Point {
  const { x, y } = node as Point;
  return { x, y };
}
