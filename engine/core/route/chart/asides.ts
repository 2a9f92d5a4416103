import { type Box, bottom, type Label, type Line, labelHeight, labelOf, left, right, top } from './boxes.ts';
import type { ChartEdge } from './graph.ts';

export type Asides = { boxes: Box[]; lines: Line[] };

type Side = 'left' | 'right';
type Field = { stations: Box[]; edges: ChartEdge[]; side: Side; edge: number };

const RAIL = 22;
const GAP = 26;

/** How far below a station's middle the stubs of a rail leave it. */
const stubAt = (index: number) => Math.min(7 + index * 9, 16);

/**
 * Stands boxes beside the straight way, each on a rail that gathers what leads to it: a short stub from
 * every station, one line to the box. `edge` is the outermost x of the straight way on that side.
 */
export function layOutAsides(boxes: Box[], field: Field): Asides {
  const sign = field.side === 'left' ? -1 : 1;
  const labels = boxes.map((box) => railLabels(box, field));
  const widest = Math.max(0, ...labels.flatMap(({ into, back }) => [into.width, back.width]));
  const railAt = (index: number) => field.edge + sign * (GAP + index * RAIL);
  const columnEdge = railAt(boxes.length) + sign * (widest + 6);
  const placed = spread(
    boxes.map((box) => ({ ...box, x: columnEdge + (sign * box.width) / 2, y: middleOf(box, field, stubAt(index)) })),
  );
  const lines = placed.flatMap((box, index) =>
    railLines(box, railAt(index), field, labels[index] ?? railLabels(box, field)),
  );
  return { boxes: placed, lines };
}

const stationOf = (id: string, field: Field) => field.stations.find((station) => station.id === id);
const inner = (box: Box, side: Side) => (side === 'left' ? right(box) : left(box));
const outer = (station: Box, side: Side) => (side === 'left' ? left(station) : right(station));

function edgesInto(box: Box, field: Field): ChartEdge[] {
  return field.edges.filter((edge) => edge.to === box.id && stationOf(edge.from, field));
}

function edgesBack(box: Box, field: Field): ChartEdge[] {
  return field.edges.filter((edge) => edge.from === box.id && !edge.forward && stationOf(edge.to, field));
}

function railLabels(box: Box, field: Field): { into: Label; back: Label } {
  return { into: labelOf(edgesInto(box, field)), back: labelOf(edgesBack(box, field)) };
}

/** In the middle of what leads there, but below whatever it leads forward to. */
function middleOf(box: Box, field: Field, stub: number): number {
  const sources = edgesInto(box, field).flatMap((edge) => stationOf(edge.from, field) ?? []);
  const ys = sources.map((station) => station.y + stub);
  const middle = ys.length ? (Math.min(...ys) + Math.max(...ys)) / 2 : 0;
  const ahead = field.edges
    .filter((edge) => edge.from === box.id && edge.forward)
    .flatMap((edge) => stationOf(edge.to, field) ?? []);
  return Math.max(middle, ...ahead.map((station) => bottom(station) + box.height / 2 + 24));
}

/** Pushes boxes down until none lies on another. */
function spread(boxes: Box[]): Box[] {
  let free = Number.NEGATIVE_INFINITY;
  const down = [...boxes]
    .sort((a, b) => a.y - b.y)
    .map((box) => {
      const y = Math.max(box.y, free + box.height / 2);
      free = y + box.height / 2 + 40;
      return { ...box, y };
    });
  return boxes.map((box) => down.find((one) => one.id === box.id) ?? box);
}

function railLines(box: Box, rail: number, field: Field, labels: { into: Label; back: Label }): Line[] {
  const into = edgesInto(box, field);
  const back = edgesBack(box, field);
  const ends = [...new Set([...into.map((edge) => edge.from), ...back.map((edge) => edge.to)])].flatMap(
    (id) => stationOf(id, field) ?? [],
  );
  if (!ends.length) return forwardLines(box, field);
  const stubs = ends.map((station): Line => {
    const returns = back.some((edge) => edge.to === station.id);
    return {
      points: [
        { x: outer(station, field.side), y: station.y + stub },
        { x: rail, y: station.y + stub },
      ],
      forward: false,
      heads: returns ? 'start' : 'none',
    };
  });
  const ys = [...ends.map((station) => station.y + stub), box.y];
  const trunk: Line = {
    points: [
      { x: rail, y: Math.min(...ys) },
      { x: rail, y: Math.max(...ys) },
    ],
    forward: false,
    heads: 'none',
  };
  const centre = (farRail(rail, field, box) + inner(box, field.side)) / 2;
  const branch: Line = {
    points: [
      { x: rail, y: box.y },
      { x: inner(box, field.side), y: box.y },
    ],
    forward: false,
    heads: 'end',
  };
  const above: Line = {
    ...branch,
    heads: 'none',
    points: [],
    label: { ...labels.into, x: centre, y: box.y - labelHeight(labels.into) / 2 - 3 },
  };
  const below: Line = {
    ...branch,
    heads: 'none',
    points: [],
    label: { ...labels.back, x: centre, y: box.y + labelHeight(labels.back) / 2 + 3 },
  };
  return [...stubs, trunk, branch, above, ...(back.length ? [below] : []), ...forwardLines(box, field)];
}

/** Labels stand between the outermost rail and the box. */
function farRail(rail: number, field: Field, box: Box): number {
  const width = Math.max(railLabels(box, field).into.width, railLabels(box, field).back.width);
  const near = inner(box, field.side);
  const free = field.side === 'left' ? near + width + 6 : near - width - 6;
  return field.side === 'left' ? Math.min(rail, free) : Math.max(rail, free);
}

/** From the box up, and over to the station that it leads on to. */
function forwardLines(box: Box, field: Field): Line[] {
  return field.edges
    .filter((edge) => edge.from === box.id && edge.forward)
    .flatMap((edge) => {
      const station = stationOf(edge.to, field);
      if (!station) return [];
      const y = station.y - 9;
      const end = outer(station, field.side);
      const label = { ...labelOf([edge]), x: (box.x + end) / 2, y };
      return [
        {
          points: [
            { x: box.x, y: top(box) },
            { x: box.x, y },
            { x: end, y },
          ],
          forward: true,
          heads: 'end' as const,
          label,
        },
      ];
    });
}
