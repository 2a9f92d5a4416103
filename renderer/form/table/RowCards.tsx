import { formWords, useWords } from '#renderer/locales/index.ts';
import { Sheet } from '#renderer/popups/index.ts';
import { Message } from '../templates/index.ts';
import { RowEditor } from './RowEditor.tsx';
import { CellProblems, Mark, RowSlots, Struck, useRowProblems } from './RowEnd.tsx';
import type { RowsProps } from './RowsTable.tsx';
import { RowText } from './RowText.tsx';
import { RowTools } from './RowTools.tsx';
import type { Row } from './rows.ts';

/** On a phone: one card a row, and the open one in a sheet. */
export function RowCards(props: RowsProps) {
  const { handle, rows, revealed } = props;
  const words = useWords(formWords);
  const index = rows.rows.findIndex(({ id }) => id === rows.editing);
  const row = rows.rows[index];
  return (
    <>
      {rows.rows.map((one, at) => (
        <Card key={one.id} {...props} row={one} index={at} />
      ))}
      <Sheet
        open={row !== undefined}
        placement="bottom"
        size="92%"
        title={`${handle.section.definition.title} ${words.rowOf(index + 1)}`}
        onClose={rows.cancel}
        closable={{ 'aria-label': words.cancelRow }}
        destroyOnHidden
      >
        {row && <RowEditor handle={handle} rows={rows} row={row} index={index} revealed={revealed} />}
      </Sheet>
    </>
  );
}

function Card({
  handle,
  rows,
  columns,
  editable,
  movable,
  struck,
  row,
  index,
}: RowsProps & { row: Row; index: number }) {
  const words = useWords(formWords);
  const { definition } = handle.section;
  const anchor = `/${definition.id}/${row.id}`;
  const problems = useRowProblems(anchor);
  return (
    <article
      id={anchor}
      tabIndex={-1}
      className={struck(row.id) ? 'card struck' : 'card'}
      aria-label={words.rowOf(index + 1)}
    >
      <dl>
        {columns.map((column) => (
          <div key={column.key}>
            <dt>{column.title}</dt>
            <dd>
              <RowText handle={handle} column={column} row={row} index={index} />
              <CellProblems anchor={`${anchor}/${column.key}`} />
            </dd>
          </div>
        ))}
        {definition.mark && (
          <div>
            <dt>{definition.mark.title}</dt>
            <dd>
              <Mark mark={definition.mark} row={row} disabled={!movable} onChange={rows.change} />
            </dd>
          </div>
        )}
      </dl>
      {problems.map((problem) => (
        <Message key={`${problem.code}${problem.rule ?? ''}`} problem={problem} />
      ))}
      {struck(row.id) && <Struck editable={movable} />}
      <RowSlots definition={definition} row={row.id} editable={movable} loose />
      {editable && (
        <RowTools rows={rows} section={definition.id} row={row.id} index={index} fixed={!movable} />
      )}
    </article>
  );
}
