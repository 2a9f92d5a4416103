import { Button, Checkbox } from 'antd';
import { memo } from 'react';
import { formWords, useWords } from '#renderer/locales/index.ts';
import { RequiredMark } from '../RequiredMark.tsx';
import { Message, useFields } from '../templates/index.ts';
import { Cell } from './Cell.tsx';
import type { Line } from './lines.ts';
import { OwnName } from './OwnName.tsx';
import type { GridFrame, GridProps } from './useGrid.ts';

/** Items down, columns across; the first column stays while the rest is moved. */
export function GridTable({ frame, lines }: GridProps) {
  const words = useWords(formWords);
  const { columns, mark, editable } = frame;
  const removable = editable && lines.some(({ own }) => own);
  return (
    <div className="grid-scroll">
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">{words.item}</th>
            <th scope="col">{words.unit}</th>
            {columns.map(({ id, title }) => (
              <th key={id} scope="col">
                {title}
              </th>
            ))}
            {mark && <th scope="col">{mark.title}</th>}
            {removable && <th scope="col">{words.actions}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <GridLine key={line.id} frame={frame} line={line} removable={removable} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type LineProps = { frame: GridFrame; line: Line; removable: boolean };

/** Draws itself again when something in it changes, not for what is typed elsewhere. */
const GridLine = memo(function GridLine({ frame, line, removable }: LineProps) {
  const words = useWords(formWords);
  const { columns, section, mark, editable } = frame;
  return (
    <tr id={`/${section}/cells/${line.id}`} tabIndex={-1}>
      <th scope="row">
        {line.own ? <OwnName frame={frame} line={line} /> : <LineTitle line={line} />}
        <LineProblems section={section} line={line} columns={columns.map(({ id }) => id)} />
      </th>
      <td className="unit">{line.own ? null : line.unit}</td>
      {columns.map(({ id, title }) => (
        <td key={id}>
          <Cell
            section={section}
            item={line.id}
            column={id}
            label={`${line.title} ${title}`}
            schema={line.schema}
            value={line.cells[id]}
            readOnly={!editable || line.derived}
            put={frame.put}
          />
        </td>
      ))}
      {mark && (
        <td className="tick">
          <Checkbox
            checked={line.marked}
            disabled={!editable}
            aria-label={`${line.title} ${mark.title}`}
            onChange={(event) => frame.tick(line, event.target.checked)}
          />
        </td>
      )}
      {removable && line.own && (
        <td>
          <Button
            size="small"
            danger
            aria-label={`${line.title} ${words.deleteRow}`}
            onClick={() => frame.removeOwn(line.id)}
          >
            {words.deleteRow}
          </Button>
        </td>
      )}
      {removable && !line.own && <td />}
    </tr>
  );
});

export function LineTitle({ line }: { line: Line }) {
  return (
    <>
      {line.title}
      {line.required && <RequiredMark />}
      {line.help && <small className="quiet">{line.help}</small>}
    </>
  );
}

/** What is wrong in a line, said once below its title, whichever cells it concerns. */
export function LineProblems({ section, line, columns }: { section: string; line: Line; columns: string[] }) {
  const { problems, revealed } = useFields();
  const base = `/${section}/cells/${line.id}`;
  const parts = Object.keys(line.schema.properties ?? {});
  const anchors = [
    base,
    ...columns.flatMap((column) => [
      `${base}/${column}`,
      ...parts.map((part) => `${base}/${column}/${part}`),
    ]),
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
