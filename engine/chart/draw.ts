import { type Box, HOLDER, LABEL, type Line, type Point, TITLE } from './boxes.ts';
import type { Layout } from './layout.ts';
import { widthOf, xmlText } from './text.ts';

const HEADING = 20;
const HEAD = 64;
const FONTS = "'Noto Sans SC','Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif";

const INK = '#1f2d3d';
const LINE = '#1d4e89';
const PALE = '#9aa5b1';

const STYLES: Record<Box['style'], { fill: string; stroke: string; radius: number; dash: string }> = {
  start: { fill: '#eef4fb', stroke: LINE, radius: 24, dash: '' },
  desk: { fill: '#ffffff', stroke: LINE, radius: 3, dash: '' },
  aside: { fill: '#f7f8f9', stroke: PALE, radius: 3, dash: '5 3' },
  end: { fill: '#e3edf8', stroke: LINE, radius: 24, dash: '' },
};

const n = (value: number) => String(Math.round(value * 10) / 10);

/** A laid-out chart as SVG: shapes and text alone, every word escaped, nothing loaded from anywhere. */
export function draw(title: string, layout: Layout): string {
  const width = Math.max(layout.width, widthOf(title, HEADING) + 48);
  const height = layout.height + HEAD;
  const shift = (width - layout.width) / 2;
  const pale = layout.lines.filter((line) => !line.forward);
  const dark = layout.lines.filter((line) => line.forward);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(width)} ${n(height)}" width="${n(width)}" height="${n(height)}" role="img" aria-label="${xmlText(title)}" font-family="${FONTS}">`,
    `<rect width="${n(width)}" height="${n(height)}" fill="#ffffff"/>`,
    `<text x="${n(width / 2)}" y="42" font-size="${HEADING}" font-weight="700" fill="${INK}" text-anchor="middle">${xmlText(title)}</text>`,
    `<g transform="translate(${n(shift - layout.x)} ${n(HEAD - 8 - layout.y)})">`,
    ...[...pale, ...dark].map(drawLine),
    ...layout.boxes.map(drawBox),
    ...[...pale, ...dark].map(drawLabel),
    '</g>',
    '</svg>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function drawBox(box: Box): string {
  const style = STYLES[box.style];
  const dash = style.dash ? ` stroke-dasharray="${style.dash}"` : '';
  const shape = `<rect x="${n(box.x - box.width / 2)}" y="${n(box.y - box.height / 2)}" width="${n(box.width)}" height="${n(box.height)}" rx="${style.radius}" fill="${style.fill}" stroke="${style.stroke}" stroke-width="1.4"${dash}/>`;
  return [shape, ...boxTexts(box)].join('\n');
}

function boxTexts(box: Box): string[] {
  const sizes = [...box.titles.map(() => TITLE), ...box.holders.map(() => HOLDER)];
  const total = sizes.reduce((sum, size) => sum + size * 1.45, 0);
  let top = box.y - total / 2;
  return [...box.titles, ...box.holders].map((text, index) => {
    const size = sizes[index] ?? HOLDER;
    const y = top + size * 1.1;
    top += size * 1.45;
    const weight = size === TITLE ? ' font-weight="600"' : '';
    const fill = size === TITLE ? INK : '#5b6b7c';
    return `<text x="${n(box.x)}" y="${n(y)}" font-size="${size}"${weight} fill="${fill}" text-anchor="middle">${xmlText(text)}</text>`;
  });
}

function drawLine(line: Line): string {
  if (line.points.length < 2) return '';
  const colour = line.forward ? LINE : PALE;
  const style = line.forward ? 'stroke-width="1.8"' : 'stroke-width="1.1" stroke-dasharray="5 3"';
  const path = `<path d="${pathOf(line.points)}" fill="none" stroke="${colour}" ${style}/>`;
  const ends = [
    line.heads === 'end' || line.heads === 'both' ? line.points : [],
    line.heads === 'start' || line.heads === 'both' ? [...line.points].reverse() : [],
  ];
  return [path, ...ends.map((points) => arrowHead(points, colour))].filter((one) => one !== '').join('\n');
}

const CORNER = 8;

/** Straight from point to point, its corners rounded. */
function pathOf(points: Point[]): string {
  return points
    .map((point, index) => {
      const before = points[index - 1];
      const after = points[index + 1];
      if (!before) return `M ${n(point.x)} ${n(point.y)}`;
      if (!after) return `L ${n(point.x)} ${n(point.y)}`;
      const [near, far] = [towards(point, before), towards(point, after)];
      return `L ${n(near.x)} ${n(near.y)} Q ${n(point.x)} ${n(point.y)} ${n(far.x)} ${n(far.y)}`;
    })
    .join(' ');
}

function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = length === 0 ? 0 : Math.min(CORNER, length / 2) / length;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

function arrowHead(points: Point[], colour: string): string {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (!tip || !before) return '';
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
  const corner = (turn: number) =>
    `${n(tip.x - 9 * Math.cos(angle + turn))},${n(tip.y - 9 * Math.sin(angle + turn))}`;
  return `<polygon points="${n(tip.x)},${n(tip.y)} ${corner(0.4)} ${corner(-0.4)}" fill="${colour}"/>`;
}

function drawLabel({ label, forward }: Line): string {
  if (!label || label.lines.length === 0) return '';
  const height = label.lines.length * LABEL * 1.45;
  const paper = `<rect x="${n(label.x - label.width / 2)}" y="${n(label.y - height / 2)}" width="${n(label.width)}" height="${n(height)}" fill="#ffffff" fill-opacity="0.9"/>`;
  const texts = label.lines.map((text, index) => {
    const y = label.y - height / 2 + LABEL * 1.1 + index * LABEL * 1.45;
    return `<text x="${n(label.x)}" y="${n(y)}" font-size="${LABEL}" fill="${forward ? LINE : '#6b7785'}" text-anchor="middle">${xmlText(text)}</text>`;
  });
  return [paper, ...texts].join('\n');
}
