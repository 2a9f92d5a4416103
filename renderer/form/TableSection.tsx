import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { mayWrite } from '#core/evaluate/index.ts';
import { recordSchema, saysNone } from '#core/form/index.ts';
import type { Json, SlotDefinition } from '#core/model/index.ts';
import { writeAnswer } from '#core/normalise/index.ts';
import { Empty, useNarrow } from '#renderer/frame/index.ts';
import { formWords, useWords } from '#renderer/locales/index.ts';
import { useOpenCase, useSnapshot } from './store/context.tsx';
import { useFieldsOf } from './store/useFieldsOf.ts';
import { type SectionHandle, useSection } from './store/useSection.ts';
import { RowCards } from './table/RowCards.tsx';
import { CellProblems } from './table/RowEnd.tsx';
import { RowsTable } from './table/RowsTable.tsx';
import { columnsOfRows } from './table/rows.ts';
import { useRows } from './table/useRows.ts';
import { FieldsContext } from './templates/index.ts';

/** A section of rows: read like the printed form, one open at a time. */
export function TableSection({ id, revealed }: { id: string; revealed: boolean }) {
  const words = useWords(formWords);
  const narrow = useNarrow();
  const { store } = useOpenCase();
  const handle = useSection(id);
  const rows = useRows(handle);
  const strikes = useSnapshot((snapshot) => snapshot.strikes);
  const { definition } = handle.section;
  const fields = useFieldsOf(handle, revealed);
  const max = handle.section.shape.maxItems ?? 0;
  const who = store.view.editingAs;
  const movable = handle.editable && who !== null && mayWrite(handle.section, '', who);
  const record = recordSchema(definition);
  const visible = (pointer: string) =>
    rows.rows.length === 0 ||
    rows.rows.some((_, index) => handle.live.field(`/${id}/${index}${pointer}`, false).visible);
  const props = {
    handle,
    rows,
    columns: columnsOfRows(record, definition.ui ?? {}, visible),
    movable,
    editable: handle.editable,
    revealed,
    struck: (row: string) => strikes.some((strike) => strike.section === id && strike.row === row),
  };
  return (
    <FieldsContext value={fields}>
      <div id={`/${id}`} tabIndex={-1} className="table">
        <CellProblems anchor={`/${id}`} asked={revealed} />
        <RowHelp slots={definition.slots ?? []} />
        {rows.rows.length === 0 && <NoRows handle={handle} movable={movable} />}
        {rows.rows.length > 0 && (narrow ? <RowCards {...props} /> : <RowsTable {...props} />)}
        {movable && (
          <div className="table-foot">
            <Button
              icon={<PlusOutlined aria-hidden="true" />}
              disabled={rows.rows.length >= max || rows.editing !== null}
              onClick={rows.add}
            >
              {words.addRow}
            </Button>
            <span className="quiet">
              {rows.rows.length >= max ? words.rowsFull(max) : words.rowsUsed(rows.rows.length, max)}
            </span>
          </div>
        )}
      </div>
    </FieldsContext>
  );
}

/** A table without rows: what to do about it, and, where it may stay so, the one click that says so. */
function NoRows({ handle, movable }: { handle: SectionHandle; movable: boolean }) {
  const words = useWords(formWords);
  const { none, words: shown } = handle.section.shape;
  const word = writeAnswer(none, shown);
  const isNone = saysNone(handle.section, handle.value);
  const answer = (value: Json) => {
    handle.set(value);
    void handle.flush();
  };
  if (isNone)
    return (
      <p className="said-none">
        <strong>{word}</strong>{' '}
        {movable && (
          <Button type="link" size="small" onClick={() => answer([])}>
            {words.unsayNone}
          </Button>
        )}
      </p>
    );
  if (!movable) return <Empty>{words.noRowsToRead}</Empty>;
  return (
    <>
      <Empty>{words.noRows}</Empty>
      {none !== undefined && (
        <p className="say-none">
          <Button onClick={() => answer(none)}>{words.sayNone(word)}</Button>{' '}
          <span className="quiet">{words.sayNoneHint}</span>
        </p>
      )}
    </>
  );
}

/** The requirements for the evidence of all rows, shown once. */
function RowHelp({ slots }: { slots: readonly SlotDefinition[] }) {
  const helped = slots.filter(({ per, help }) => per === 'row' && help);
  return helped.map(({ id, title, help }) => (
    <p key={id} className="row-help quiet">
      {helped.length > 1 ? `${title} · ${help}` : help}
    </p>
  ));
}
