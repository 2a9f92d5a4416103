import { Button } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { recordSchema } from '#core/form/index.ts';
import type { AnswerProblem, Json } from '#core/model/index.ts';
import { useNotify } from '#renderer/frame/index.ts';
import { formWords, useWords } from '#renderer/locales/index.ts';
import { focusFirst } from '../focus.ts';
import { Slot } from '../slot/index.ts';
import { useOpenCase } from '../store/context.tsx';
import { useFieldsOf } from '../store/useFieldsOf.ts';
import { usePresented } from '../store/usePresented.ts';
import type { SectionHandle } from '../store/useSection.ts';
import { FieldsContext, SchemaForm } from '../templates/index.ts';
import type { Row } from './rows.ts';
import type { Rows } from './useRows.ts';

type Props = { handle: SectionHandle; rows: Rows; row: Row; index: number; revealed: boolean };

/** One row being filled in, with its evidence; saving closes it when nothing is wrong any more. */
export function RowEditor({ handle, rows, row, index, revealed }: Props) {
  const words = useWords(formWords);
  const { store } = useOpenCase();
  const notify = useNotify();
  const [asked, setAsked] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const { definition } = handle.section;
  const presented = usePresented(handle, recordSchema(definition), index);
  const fields = useFieldsOf(handle, revealed || asked, { id: row.id, index });
  const { change } = rows;
  const put = useCallback(
    (path: readonly string[], next: Json | undefined) => change(row.id, path, next),
    [change, row.id],
  );
  useEffect(() => focusFirst(box.current), []);

  const save = async () => {
    await store.flush(definition.id);
    if (store.snapshot().saves[definition.id]?.kind !== 'saved') return;
    const left = leftIn(store.snapshot().live.problems, definition.id, row.id);
    if (left === 0) {
      notify.success(words.rowSaved);
      return rows.close();
    }
    setAsked(true);
    notify.warning(words.problemsLeft(left));
  };
  const perRow = (definition.slots ?? []).filter((slot) => slot.per === 'row' && !slot.at);
  return (
    <div className="row-editor" ref={box}>
      <FieldsContext value={fields}>
        <SchemaForm anchor={fields.anchor} presented={presented} value={row} onAnswer={put} />
        {perRow.map((slot) => (
          <Slot key={slot.id} section={definition.id} slot={slot} row={row.id} editable />
        ))}
      </FieldsContext>
      <div className="row-actions">
        <Button type="primary" onClick={save}>
          {words.saveRow}
        </Button>
        <Button onClick={rows.cancel}>{words.cancelRow}</Button>
      </div>
    </div>
  );
}

/** The problems that keep this row open; missing evidence does not, it may follow later. */
function leftIn(problems: readonly AnswerProblem[], section: string, row: string): number {
  const here = problems.filter((problem) => problem.section === section && problem.row === row);
  return here.filter(({ severity, code }) => severity === 'block' && code !== 'evidence').length;
}
