import { type Box, bottom, type Label, type Line, labelHeight, labelOf, left, right, top } from './boxes.ts';
import type { ChartEdge } from './graph.ts';

type Asides = { boxes: Box[]; lines: Line[] };

type Side = 'left' | 'right';
type Field = { stations: Box[]; edges: ChartEdge[]; side: Side; edge: number };

type Rail = { box: Box; x: number; stub: number; into: Label; back: Label };

const RAIL = 22;
const GAP = 26;

/** How far below a station's middle the stubs of a rail begin. */
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
  const column = railAt(boxes.length) + sign * (widest + 6);
  const placed = spread(
    boxes.map((box, index) => ({
      ...box,
      x: column + (sign * box.width) / 2,
      y: middleOf(box, field, stubAt(index)),
    })),
  );
  const rails = placed.map((box, index) => ({
    box,
    x: railAt(index),
    stub: stubAt(index),
    ...railLabels(box, field),
  }));
  return {
    boxes: placed,
    lines: rails.flatMap((rail) => [...railLines(rail, field), ...forwardLines(rail.box, field)]),
  };
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

/** Stubs from the stations, the trunk that gathers them, and the branch to the box with its words. */
function railLines(rail: Rail, field: Field): Line[] {
  const { box, x, stub } = rail;
  const into = edgesInto(box, field);
  const back = edgesBack(box, field);
  const ids = [...new Set([...into.map((edge) => edge.from), ...back.map((edge) => edge.to)])];
  const ends = ids.flatMap((id) => stationOf(id, field) ?? []);
  const ys = [...ends.map((station) => station.y + stub), box.y];
  const stubs = ends.map((station) => {
    const y = station.y + stub;
    const returns = back.some((edge) => edge.to === station.id);
    return pale([outer(station, field.side), y], [x, y], returns ? 'start' : 'none');
  });
  const trunk = pale([x, Math.min(...ys)], [x, Math.max(...ys)], 'none');
  const branch = pale([x, box.y], [inner(box, field.side), box.y], 'end');
  return [...stubs, trunk, branch, ...branchLabels(rail, field.side)];
}

function pale(from: [number, number], to: [number, number], heads: Line['heads']): Line {
  const points = [from, to].map(([x, y]) => ({ x, y }));
  return { points, forward: false, heads };
}

/** What leads to the box is written above its branch, what leads back below it. */
function branchLabels({ box, into, back }: Rail, side: Side): Line[] {
  const sign = side === 'left' ? 1 : -1;
  const x = inner(box, side) + sign * (Math.max(into.width, back.width) / 2 + 10);
  const words = (label: Label, y: number): Line => ({
    points: [],
    forward: false,
    heads: 'none',
    label: { ...label, x, y },
  });
  return [words(into, box.y - labelHeight(into) / 2 - 3), words(back, box.y + labelHeight(back) / 2 + 3)];
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
