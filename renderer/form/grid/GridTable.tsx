import { Button, Checkbox } from 'antd';
import { memo } from 'react';
import { formWords, useWords } from '#renderer/locales/index.ts';
import { LineCell, LineProblems, LineSum, LineTitle, LineUnit } from './LineParts.tsx';
import type { Line } from './lines.ts';
import type { GridFrame, GridProps } from './useGrid.ts';
import { usePaste } from './usePaste.ts';

/** Items down, columns across; the first column stays while the rest is moved. */
export function GridTable({ frame, lines }: GridProps) {
  const words = useWords(formWords);
  const { columns, sum, mark, editable } = frame;
  const paste = usePaste({ frame, lines });
  const removable = editable && lines.some(({ own }) => own);
  return (
    <div className="grid-scroll">
      <table className="grid" onPaste={paste}>
        <thead>
          <tr>
            <th scope="col">{words.item}</th>
            <th scope="col">{words.unit}</th>
            {columns.map(({ id, title }) => (
              <th key={id} scope="col">
                {title}
              </th>
            ))}
            {sum && <th scope="col">{sum.title}</th>}
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

/** Renders again when something in it changes, not when something else is typed. */
const GridLine = memo(function GridLine({ frame, line, removable }: LineProps) {
  const words = useWords(formWords);
  const { columns, section, sum, mark, editable } = frame;
  return (
    <tr id={`/${section}/cells/${line.id}`} tabIndex={-1}>
      <th scope="row">
        <LineTitle frame={frame} line={line} />
        <LineProblems frame={frame} line={line} />
      </th>
      <td className="unit">
        <LineUnit frame={frame} line={line} />
      </td>
      {columns.map((column) => (
        <td key={column.id}>
          <LineCell frame={frame} line={line} column={column} />
        </td>
      ))}
      {sum && (
        <td className="sum">
          <LineSum frame={frame} line={line} />
        </td>
      )}
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
