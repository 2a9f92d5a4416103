import { Button, Checkbox } from 'antd';
import { memo } from 'react';
import { formWords, useWords } from '#renderer/locales/index.ts';
import { LineCell, LineProblems, LineSum, LineTitle, LineUnit } from './LineParts.tsx';
import type { Line } from './lines.ts';
import type { GridFrame, GridProps } from './useGrid.ts';

/** On a phone: one card an item, its columns below each other. */
export function GridCards({ frame, lines }: GridProps) {
  return lines.map((line) => <Card key={line.id} frame={frame} line={line} />);
}

const Card = memo(function Card({ frame, line }: { frame: GridFrame; line: Line }) {
  const words = useWords(formWords);
  const { columns, section, sum, mark, editable } = frame;
  return (
    <article id={`/${section}/cells/${line.id}`} tabIndex={-1} className="card" aria-label={line.title}>
      <h3>
        <LineTitle frame={frame} line={line} />
        <span className="quiet">
          <LineUnit frame={frame} line={line} />
        </span>
      </h3>
      <LineProblems frame={frame} line={line} />
      <div className="card-cells" data-cells="">
        {columns.map((column) => (
          <div key={column.id}>
            <span className="quiet">{column.title}</span>
            <LineCell frame={frame} line={line} column={column} />
          </div>
        ))}
        {sum && (
          <div>
            <span className="quiet">{sum.title}</span>
            <LineSum frame={frame} line={line} />
          </div>
        )}
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
