import { Button, Checkbox } from 'antd';
import { formWords, useWords } from '../../locales/index.ts';
import { Cell } from './Cell.tsx';
import { LineProblems, LineTitle } from './GridTable.tsx';
import { OwnName } from './OwnName.tsx';
import type { Grid } from './useGrid.ts';

/** On a phone: one card an item, its columns below each other. */
export function GridCards({ grid }: { grid: Grid }) {
  const words = useWords(formWords);
  const { columns, section, mark, editable } = grid;
  return grid.lines.map((line) => (
    <article
      key={line.id}
      id={`/${section}/cells/${line.id}`}
      tabIndex={-1}
      className="card"
      aria-label={line.title}
    >
      <h3>
        {line.own ? <OwnName grid={grid} line={line} /> : <LineTitle line={line} />}
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
              put={grid.put}
            />
          </div>
        ))}
      </div>
      {mark && (
        <Checkbox
          checked={line.marked}
          disabled={!editable}
          onChange={(event) => grid.tick(line, event.target.checked)}
        >
          {mark.title}
        </Checkbox>
      )}
      {editable && line.own && (
        <Button size="small" danger onClick={() => grid.removeOwn(line.id)}>
          {words.deleteRow}
        </Button>
      )}
    </article>
  ));
}
