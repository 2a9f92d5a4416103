import { layOutAsides } from './asides.ts';
import {
  type Box,
  bottom,
  boxOf,
  type Label,
  type Line,
  labelHeight,
  labelOf,
  left,
  right,
  top,
} from './boxes.ts';
import type { ChartEdge, ChartGraph } from './graph.ts';
import { layOutSpine } from './spine.ts';

/** A drawing: where everything is, and how large it is. */
export type Layout = { x: number; y: number; width: number; height: number; boxes: Box[]; lines: Line[] };

const MARGIN = 28;

/** Places the straight way in the middle, what leads off it on rails to its left and right. */
export function layOut(graph: ChartGraph): Layout {
  const boxes = graph.nodes.map(boxOf);
  const onWay = (id: string) => boxes.some((box) => box.id === id && box.style !== 'aside');
  const forward = graph.edges.filter((edge) => edge.forward && onWay(edge.from) && onWay(edge.to));
  const spine = layOutSpine(
    boxes.filter((box) => onWay(box.id)),
    forward,
  );
  const back = backLines(
    graph.edges.filter((edge) => !edge.forward && onWay(edge.from) && onWay(edge.to)),
    spine.boxes,
  );
  const asides = boxes.filter((box) => !onWay(box.id));
  const follows = (box: Box) => graph.edges.find((edge) => edge.to === box.id && !onWay(edge.from));
  const near = asides.filter((box) => graph.edges.some((edge) => edge.to === box.id && onWay(edge.from)));
  const leadsOn = (box: Box) =>
    graph.edges.some((edge) => edge.from === box.id && edge.forward && onWay(edge.to));
  const field = { stations: spine.boxes, edges: graph.edges };
  const leftEdge = Math.min(...spine.boxes.map(left));
  const onLeft = layOutAsides(near.filter(leadsOn), { ...field, side: 'left', edge: leftEdge });
  const rightEdge = Math.max(...spine.boxes.map(right), ...back.map(outermost));
  const onRight = layOutAsides(
    near.filter((box) => !leadsOn(box)),
    { ...field, side: 'right', edge: rightEdge },
  );
  const beside = [...onLeft.boxes, ...onRight.boxes];
  const far = asides.filter((box) => !near.includes(box)).map((box) => below(box, follows(box), beside));
  const placed = [...spine.boxes, ...beside, ...far.map(({ box }) => box)];
  return framed(placed, [
    ...onLeft.lines,
    ...onRight.lines,
    ...far.flatMap(({ line }) => line),
    ...back,
    ...spine.lines,
  ]);
}

/** Steps back between stations run up on their right, each on a line of its own. */
function backLines(edges: ChartEdge[], stations: Box[]): Line[] {
  let x = Math.max(...stations.map(right)) + 20;
  return edges.flatMap((edge) => {
    const from = stations.find((one) => one.id === edge.from);
    const to = stations.find((one) => one.id === edge.to);
    if (!from || !to) return [];
    const label = labelOf([edge]);
    const rail = x;
    x += label.width + 24;
    const points = [
      { x: right(from), y: from.y - 9 },
      { x: rail, y: from.y - 9 },
      { x: rail, y: to.y - 9 },
      { x: right(to), y: to.y - 9 },
    ];
    const y = (Math.max(from.y, to.y) - 9 + top(from.y > to.y ? from : to) - 24) / 2;
    return [
      {
        points,
        forward: false,
        heads: 'end' as const,
        label: { ...label, x: rail + label.width / 2 + 4, y },
      },
    ];
  });
}

const outermost = ({ label }: Line) => (label ? label.x + label.width / 2 : 0);

/** What only an aside leads to stands below it. */
function below(box: Box, edge: ChartEdge | undefined, beside: Box[]): { box: Box; line: Line[] } {
  const above = beside.find((one) => one.id === edge?.from) ?? beside[0];
  if (!edge || !above) return { box, line: [] };
  const label: Label = labelOf([edge]);
  const y = bottom(above) + labelHeight(label) + 34;
  const placed = { ...box, x: above.x, y: y + box.height / 2 };
  const points = [
    { x: above.x, y: bottom(above) },
    { x: above.x, y },
  ];
  return {
    box: placed,
    line: [
      { points, forward: false, heads: 'end', label: { ...label, x: above.x, y: (bottom(above) + y) / 2 } },
    ],
  };
}

function framed(boxes: Box[], lines: Line[]): Layout {
  const labels = lines.flatMap(({ label }) => (label ? [label] : []));
  const points = lines.flatMap((line) => line.points);
  const xs = [
    ...boxes.flatMap((box) => [left(box), right(box)]),
    ...labels.flatMap((one) => [one.x - one.width / 2, one.x + one.width / 2]),
    ...points.map((one) => one.x),
  ];
  const ys = [
    ...boxes.flatMap((box) => [top(box), bottom(box)]),
    ...labels.map((one) => one.y),
    ...points.map((one) => one.y),
  ];
  const [x, y] = [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN];
  return { x, y, width: Math.max(...xs) + MARGIN - x, height: Math.max(...ys) + MARGIN - y, boxes, lines };
}
