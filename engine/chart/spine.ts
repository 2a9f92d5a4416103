import dagre from '@dagrejs/dagre';
import { type Box, type Line, labelHeight, labelOf, type Point } from './boxes.ts';
import type { ChartEdge } from './graph.ts';

type Spine = { boxes: Box[]; lines: Line[]; width: number; height: number };

/** The straight way: stations in layers from top to bottom, forward edges between them. */
export function layOutSpine(boxes: Box[], edges: ChartEdge[]): Spine {
  const plan = new dagre.graphlib.Graph({ multigraph: true });
  plan.setGraph({ rankdir: 'TB', nodesep: 60, edgesep: 30, ranksep: 30 });
  for (const box of boxes) plan.setNode(box.id, { width: box.width, height: box.height });
  const labels = edges.map((edge) => labelOf([edge]));
  edges.forEach((edge, index) => {
    const label = labels[index] ?? labelOf([edge]);
    const size = { width: label.width, height: labelHeight(label) + 4, labelpos: 'c', weight: 4, minlen: 1 };
    plan.setEdge(edge.from, edge.to, size, String(index));
  });
  dagre.layout(plan);
  const size = plan.graph() as { width?: number; height?: number };
  return {
    boxes: boxes.map((box) => ({ ...box, ...pointOf(plan.node(box.id)) })),
    lines: edges.map((edge, index) => {
      const { points = [], ...at } = plan.edge(edge.from, edge.to, String(index)) as Partial<Point> & {
        points?: Point[];
      };
      const label = { ...(labels[index] ?? labelOf([edge])), x: at.x ?? 0, y: at.y ?? 0 };
      const between = { from: edge.from, to: edge.to };
      return { points, forward: true, heads: 'end', label, between };
    }),
    width: size.width ?? 0,
    height: size.height ?? 0,
  };
}

function pointOf(node: unknown): Point {
  const { x, y } = node as Point;
  return { x, y };
}
