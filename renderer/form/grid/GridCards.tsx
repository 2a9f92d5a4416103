import { Button, Checkbox } from 'antd';
import { memo } from 'react';
import { formWords, useWords } from '#renderer/locales/index.ts';
import { Cell } from './Cell.tsx';
import { LineProblems, LineTitle } from './GridTable.tsx';
import type { Line } from './lines.ts';
import { OwnName } from './OwnName.tsx';
import type { GridFrame, GridProps } from './useGrid.ts';

/** On a phone: one card an item, its columns below each other. */
export function GridCards({ frame, lines }: GridProps) {
  return lines.map((line) => <Card key={line.id} frame={frame} line={line} />);
}

const Card = memo(function Card({ frame, line }: { frame: GridFrame; line: Line }) {
  const words = useWords(formWords);
  const { columns, section, mark, editable } = frame;
  return (
    <article id={`/${section}/cells/${line.id}`} tabIndex={-1} className="card" aria-label={line.title}>
      <h3>
        {line.own ? <OwnName frame={frame} line={line} /> : <LineTitle line={line} />}
        {!line.own && line.unit && <span className="quiet"> {line.unit}</span>}
      </h3>
      <LineProblems section={section} line={line} columns={columns.map(({ id }) => id)} />
      <div className="card-cells" data-cells="">
        {columns.map(({ id, title }) => (
          <div key={id}>
            <span className="quiet">{title}</span>
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
          </div>
        ))}
      </div>
      {mark && (
        <Checkbox
          checked={line.marked}
          disabled={!editable}
          onChange={(event) => frame.tick(line, event.target.checked)}
        >
          {mark.title}
        </Checkbox>
      )}
      {editable && line.own && (
        <Button size="small" danger onClick={() => frame.removeOwn(line.id)}>
          {words.deleteRow}
        </Button>
      )}
    </article>
  );
});
