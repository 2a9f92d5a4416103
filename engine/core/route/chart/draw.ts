import type { Box, Layout, Line, Point } from './layout.ts';
import { HOLDER, LABEL, TITLE } from './layout.ts';
import { escapeText, widthOf } from './text.ts';

const HEADING = 20;
const HEAD = 64;
const FONTS = "'Noto Sans SC','Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif";

const INK = '#1f2d3d';
const LINE = '#1d4e89';
const PALE = '#9aa5b1';

const LOOKS: Record<Box['look'], { fill: string; stroke: string; radius: number; dash: string }> = {
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
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(width)} ${n(height)}" width="${n(width)}" height="${n(height)}" role="img" aria-label="${escapeText(title)}" font-family="${FONTS}">`,
    `<rect width="${n(width)}" height="${n(height)}" fill="#ffffff"/>`,
    `<text x="${n(width / 2)}" y="42" font-size="${HEADING}" font-weight="700" fill="${INK}" text-anchor="middle">${escapeText(title)}</text>`,
    `<g transform="translate(${n(shift)} ${HEAD - 8})">`,
    ...[...pale, ...dark].map(drawLine),
    ...layout.boxes.map(drawBox),
    ...[...pale, ...dark].map(drawLabel),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function drawBox(box: Box): string {
  const look = LOOKS[box.look];
  const dash = look.dash ? ` stroke-dasharray="${look.dash}"` : '';
  const shape = `<rect x="${n(box.x - box.width / 2)}" y="${n(box.y - box.height / 2)}" width="${n(box.width)}" height="${n(box.height)}" rx="${look.radius}" fill="${look.fill}" stroke="${look.stroke}" stroke-width="1.4"${dash}/>`;
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
    return `<text x="${n(box.x)}" y="${n(y)}" font-size="${size}"${weight} fill="${fill}" text-anchor="middle">${escapeText(text)}</text>`;
  });
}

function drawLine(line: Line): string {
  const colour = line.forward ? LINE : PALE;
  const style = line.forward ? 'stroke-width="1.8"' : 'stroke-width="1" stroke-dasharray="4 3"';
  return [
    `<path d="${pathOf(line.points)}" fill="none" stroke="${colour}" ${style}/>`,
    arrowHead(line.points, colour),
  ].join('\n');
}

/** The bends of a line, rounded. */
function pathOf(points: Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const last = rest.pop();
  const bends = rest.map((point, index) => {
    const next = rest[index + 1] ?? last ?? point;
    return `Q ${n(point.x)} ${n(point.y)} ${n((point.x + next.x) / 2)} ${n((point.y + next.y) / 2)}`;
  });
  const end = last ? ` L ${n(last.x)} ${n(last.y)}` : '';
  return `M ${n(first.x)} ${n(first.y)} ${bends.join(' ')}${end}`;
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
  const height = label.lines.length * LABEL * 1.45;
  const paper = `<rect x="${n(label.x - label.width / 2)}" y="${n(label.y - height / 2)}" width="${n(label.width)}" height="${n(height)}" fill="#ffffff" fill-opacity="0.9"/>`;
  const texts = label.lines.map((text, index) => {
    const y = label.y - height / 2 + LABEL * 1.1 + index * LABEL * 1.45;
    return `<text x="${n(label.x)}" y="${n(y)}" font-size="${LABEL}" fill="${forward ? LINE : '#6b7785'}" text-anchor="middle">${escapeText(text)}</text>`;
  });
  return [paper, ...texts].join('\n');
}
