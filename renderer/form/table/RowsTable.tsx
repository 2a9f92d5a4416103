import { Fragment } from 'react';
import { formWords, useWords } from '#renderer/locales/index.ts';
import type { SectionHandle } from '../store/useSection.ts';
import { Message } from '../templates/index.ts';
import { RowEditor } from './RowEditor.tsx';
import { CellProblems, Mark, RowSlots, Struck, useRowProblems } from './RowEnd.tsx';
import { RowText } from './RowText.tsx';
import { RowTools } from './RowTools.tsx';
import type { Column, Row } from './rows.ts';
import type { Rows } from './useRows.ts';

export type RowsProps = {
  handle: SectionHandle;
  rows: Rows;
  columns: Column[];
  /** May add, move and delete rows. */
  movable: boolean;
  /** May write something in a row. */
  editable: boolean;
  revealed: boolean;
  struck: (row: string) => boolean;
};

/** Saved rows, read like the printed form; the open one unfolds in its place. */
export function RowsTable(props: RowsProps) {
  const { handle, rows, columns, editable, revealed } = props;
  const words = useWords(formWords);
  const { definition } = handle.section;
  const hasSlots = definition.slots?.some(({ per }) => per === 'row');
  const width = 1 + columns.length + (definition.mark ? 1 : 0) + (hasSlots ? 1 : 0) + (editable ? 1 : 0);
  return (
    <div className="rows-around">
      <table className="rows">
        <thead>
          <tr>
            <th scope="col" className="number">
              #
            </th>
            {columns.map(({ key, title, width: pixels }) => (
              <th key={key} scope="col" style={{ width: pixels }}>
                {title}
              </th>
            ))}
            {definition.mark && <th scope="col">{definition.mark.title}</th>}
            {hasSlots && (
              <th scope="col" className="evidence">
                {definition.slots?.find(({ per }) => per === 'row')?.title}
              </th>
            )}
            {editable && (
              <th scope="col" className="tools">
                {words.actions}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.rows.map((row, index) => (
            <Fragment key={row.id}>
              {rows.editing === row.id ? (
                <tr>
                  <td colSpan={width}>
                    <RowEditor handle={handle} rows={rows} row={row} index={index} revealed={revealed} />
                  </td>
                </tr>
              ) : (
                <>
                  <ReadRow {...props} row={row} index={index} hasSlots={Boolean(hasSlots)} />
                  <RowNotes {...props} row={row.id} width={width} />
                </>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ReadRow(props: RowsProps & { row: Row; index: number; hasSlots: boolean }) {
  const { handle, rows, columns, row, index, editable, movable, struck, hasSlots } = props;
  const { definition } = handle.section;
  const anchor = `/${definition.id}/${row.id}`;
  const gone = struck(row.id);
  return (
    <tr id={anchor} tabIndex={-1} className={gone ? 'struck' : undefined}>
      <td className="number">{index + 1}</td>
      {columns.map((column) => (
        <td key={column.key}>
          <RowText handle={handle} column={column} row={row} index={index} />
          <CellProblems anchor={`${anchor}/${column.key}`} />
        </td>
      ))}
      {definition.mark && (
        <td className="tick">
          <Mark mark={definition.mark} row={row} disabled={!movable} onChange={rows.change} />
        </td>
      )}
      {hasSlots && (
        <td className="evidence">
          <RowSlots definition={definition} row={row.id} editable={movable} />
        </td>
      )}
      {editable && (
        <td className="tools">
          <RowTools rows={rows} section={definition.id} row={row.id} index={index} fixed={!movable} />
        </td>
      )}
    </tr>
  );
}

/** What concerns a whole row stands below it, as wide as the row. */
function RowNotes({ handle, row, width, struck, movable }: RowsProps & { row: string; width: number }) {
  const anchor = `/${handle.section.definition.id}/${row}`;
  const gone = struck(row);
  const problems = useRowProblems(anchor);
  if (!gone && problems.length === 0) return null;
  return (
    <tr className={gone ? 'row-notes struck' : 'row-notes'}>
      <td />
      <td colSpan={width - 1}>
        {problems.map((problem) => (
          <Message key={`${problem.code}${problem.rule ?? ''}`} problem={problem} />
        ))}
        {gone && <Struck editable={movable} />}
      </td>
    </tr>
  );
}
