import type { ChartEdge, ChartNode } from './graph.ts';
import { widthOf, wrap } from './text.ts';

/** Sizes of letters in pixels: titles of states, who holds them, words at arrows. */
export const TITLE = 15;
export const HOLDER = 12;
export const LABEL = 12;

/** A place on the drawing, in pixels. */
export type Point = { x: number; y: number };
/** A state as it is drawn, its text broken into lines; x and y are its middle. */
export type Box = ChartNode & Point & { width: number; height: number; titles: string[]; holders: string[] };
/** The words of an arrow, broken into lines. */
export type Label = Point & { width: number; lines: string[] };
/** A line through points; `heads` says at which ends it has an arrow. */
export type Line = {
  points: Point[];
  forward: boolean;
  heads: 'end' | 'start' | 'both' | 'none';
  label?: Label;
  /** Of a line of the straight way: the states that it joins, by the ids of their boxes. */
  between?: { from: string; to: string };
};

const lineHeight = (size: number) => size * 1.45;

/** A box as large as its words, not placed yet. */
export function boxOf(node: ChartNode): Box {
  const titles = wrap(node.title, TITLE, 220);
  const holders = wrap(node.holder, HOLDER, 220);
  const widths = [...titles.map((one) => widthOf(one, TITLE)), ...holders.map((one) => widthOf(one, HOLDER))];
  const height = titles.length * lineHeight(TITLE) + holders.length * lineHeight(HOLDER) + 18;
  return { ...node, titles, holders, x: 0, y: 0, width: Math.max(110, ...widths) + 32, height };
}

/** The words of one or more edges, each title once. */
export function labelOf(edges: Pick<ChartEdge, 'titles'>[]): Label {
  const titles = [...new Set(edges.flatMap((edge) => edge.titles))];
  const lines = titles.flatMap((title) => wrap(title, LABEL, 130));
  return { x: 0, y: 0, lines, width: Math.max(0, ...lines.map((one) => widthOf(one, LABEL))) + 10 };
}

export const labelHeight = (label: Label) => label.lines.length * lineHeight(LABEL);
export const left = (box: Box) => box.x - box.width / 2;
export const right = (box: Box) => box.x + box.width / 2;
export const top = (box: Box) => box.y - box.height / 2;
export const bottom = (box: Box) => box.y + box.height / 2;
