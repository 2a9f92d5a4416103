import { useMemo } from 'react';
import { type Box, chartLayout, type Line } from '#chart/index.ts';
import type { ChartDefinition, CompiledEdition } from '#core/model/index.ts';
import { routeWords, useWords } from '#renderer/locales/index.ts';

type Props = {
  edition: CompiledEdition;
  route: string;
  chart: ChartDefinition;
  /** What it is called, where the same chart stands twice on a page. */
  label?: string;
  /** Inserts a stage between the states of two boxes; absent: the chart is only looked at. */
  insert?: ((from: string[], to: string[]) => void) | undefined;
};

const TITLE = 15;
const SMALL = 12;
const LEADING = 1.45;

/** The flow of a route for one kind of unit. Where a stage may be inserted, each line of the straight way is a button. */
export function RouteChart({ edition, route, chart, label = chart.title, insert }: Props) {
  const layout = useMemo(() => chartLayout(edition, route, chart), [edition, route, chart]);
  const boxes = new Map(layout.boxes.map((box) => [box.id, box]));
  const view = [layout.x, layout.y, layout.width, layout.height].map(Math.round).join(' ');
  return (
    // Whatever overflows must be reached by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls
    <section className="route-chart" aria-label={label} tabIndex={0}>
      <svg viewBox={view} width={layout.width} height={layout.height}>
        <title>{chart.title}</title>
        {layout.lines.map((line, index) => (
          <LinePath key={keyOf(line, index)} line={line} />
        ))}
        {layout.boxes.map((box) => (
          <BoxShape key={box.id} box={box} />
        ))}
        {layout.lines.map((line, index) => (
          <LineLabel key={keyOf(line, index)} line={line} />
        ))}
        {insert &&
          layout.lines.map((line, index) => (
            <InsertMark key={keyOf(line, index)} line={line} boxes={boxes} insert={insert} />
          ))}
      </svg>
    </section>
  );
}

const keyOf = ({ between, points }: Line, index: number): string =>
  between ? `${between.from} ${between.to}` : `${index} ${points[0]?.x ?? ''} ${points[0]?.y ?? ''}`;

function LinePath({ line }: { line: Line }) {
  const { points, forward, heads } = line;
  if (points.length < 2) return null;
  const ends = [
    ...(heads === 'end' || heads === 'both' ? [points] : []),
    ...(heads === 'start' || heads === 'both' ? [points.toReversed()] : []),
  ];
  return (
    <g className={forward ? 'ahead' : 'back'}>
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {ends.map((end) => (
        <polygon key={end.length > 0 ? `${end.at(-1)?.x} ${end.at(-1)?.y}` : ''} points={headOf(end)} />
      ))}
    </g>
  );
}

function headOf(points: Line['points']): string {
  const [before, tip] = points.slice(-2);
  if (!tip || !before) return '';
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
  const corner = (turn: number) =>
    `${tip.x - 9 * Math.cos(angle + turn)},${tip.y - 9 * Math.sin(angle + turn)}`;
  return `${tip.x},${tip.y} ${corner(0.4)} ${corner(-0.4)}`;
}

function BoxShape({ box }: { box: Box }) {
  const [left, top] = [box.x - box.width / 2, box.y - box.height / 2];
  const sizes = [...box.titles.map(() => TITLE), ...box.holders.map(() => SMALL)];
  const start = box.y - sizes.reduce((sum, size) => sum + size * LEADING, 0) / 2;
  return (
    <g className={`box ${box.style}`}>
      <rect x={left} y={top} width={box.width} height={box.height} rx={isEnd(box) ? 24 : 3} />
      {[...box.titles, ...box.holders].map((text, index) => {
        const above = sizes.slice(0, index).reduce((sum, size) => sum + size * LEADING, 0);
        const size = sizes[index] ?? SMALL;
        return (
          <text
            key={`${above} ${text}`}
            x={box.x}
            y={start + above + size * 1.1}
            fontSize={size}
            className={size === TITLE ? 'title' : 'holder'}
          >
            {text}
          </text>
        );
      })}
    </g>
  );
}

const isEnd = ({ style }: Box): boolean => style === 'start' || style === 'end';

function LineLabel({ line: { label } }: { line: Line }) {
  if (!label) return null;
  const top = label.y - (label.lines.length * SMALL * LEADING) / 2;
  return (
    <>
      {label.lines.map((text, index) => (
        <text
          key={`${top} ${text}`}
          x={label.x}
          y={top + SMALL * 1.1 + index * SMALL * LEADING}
          fontSize={SMALL}
          className="label"
        >
          {text}
        </text>
      ))}
    </>
  );
}

type MarkProps = { line: Line; boxes: Map<string, Box>; insert: (from: string[], to: string[]) => void };

/** The button on a line: ＋. */
function InsertMark({ line: { between, label }, boxes, insert }: MarkProps) {
  const words = useWords(routeWords);
  const [from, to] = [boxes.get(between?.from ?? ''), boxes.get(between?.to ?? '')];
  if (!from || !to || !label) return null;
  const x = label.x + label.width / 2 + 12;
  const act = () => insert(from.states, to.states);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing has no button element
    <g
      className="insert"
      role="button"
      tabIndex={0}
      aria-label={words.insertBetween(from.title, to.title)}
      onClick={act}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        act();
      }}
    >
      <circle cx={x} cy={label.y} r={10} />
      <text x={x} y={label.y + 5} fontSize={15}>
        +
      </text>
    </g>
  );
}
