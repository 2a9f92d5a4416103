import { textOf } from '#core/evaluate/index.ts';
import { lineSum } from '#core/form/index.ts';
import { RequiredMark } from '#renderer/frame/index.ts';
import { useWriter } from '../store/useWriter.ts';
import { Message, useFields } from '../templates/index.ts';
import { Cell } from './Cell.tsx';
import type { Line } from './lines.ts';
import { OwnTitle, OwnUnit } from './OwnParts.tsx';
import type { GridFrame } from './useGrid.ts';

type Props = { frame: GridFrame; line: Line };

/** What the line is called: an own one is named by whoever fills it in. */
export function LineTitle({ frame, line }: Props) {
  if (line.own) return <OwnTitle frame={frame} line={line} />;
  return (
    <>
      {line.title}
      {line.required && <RequiredMark />}
      {line.help && <small className="quiet">{line.help}</small>}
    </>
  );
}

/** In what the line is counted. */
export function LineUnit({ frame, line }: Props) {
  return line.own ? <OwnUnit frame={frame} line={line} /> : line.unit;
}

/** One cell of a line, with its place and its name. */
export function LineCell({ frame, line, column }: Props & { column: GridFrame['columns'][number] }) {
  return (
    <Cell
      section={frame.section}
      item={line.id}
      column={column.id}
      label={`${line.title} ${column.title}`}
      schema={line.schema}
      value={line.cells[column.id]}
      readOnly={!frame.editable || line.derived}
      put={frame.put}
    />
  );
}

/** What the line comes to, as the column of sums writes it. */
export function LineSum({ frame: { sum }, line }: Props) {
  const writer = useWriter();
  return (
    <output className="cell" aria-label={`${line.title} ${sum?.title ?? ''}`}>
      {sum && textOf(sum.schema, lineSum(line.cells), writer)}
    </output>
  );
}

/** The problems of a line, shown once below its title, whichever cells they concern. */
export function LineProblems({ frame: { section, columns }, line }: Props) {
  const { problems, revealed } = useFields();
  const base = `/${section}/cells/${line.id}`;
  const parts = Object.keys(line.schema.properties ?? {});
  const anchors = [
    base,
    ...columns.flatMap(({ id }) => [`${base}/${id}`, ...parts.map((part) => `${base}/${id}/${part}`)]),
  ];
  const here = anchors.flatMap((anchor) =>
    (problems.get(anchor) ?? []).map((problem) => ({ anchor, problem })),
  );
  const shown = here.filter(({ problem }) => revealed || problem.code !== 'required');
  const sentences = new Map(shown.map((entry) => [entry.problem.message, entry]));
  return [...sentences.values()].map(({ anchor, problem }) => (
    <span key={problem.message} id={`${anchor}~note`}>
      <Message problem={problem} />
    </span>
  ));
}
