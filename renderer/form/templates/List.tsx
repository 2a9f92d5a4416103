import type { ArrayFieldItemTemplateProps, ArrayFieldTemplateProps } from '@rjsf/utils';
import { Button } from 'antd';
import { createContext, useContext } from 'react';
import type { Json } from '#core/model/index.ts';
import { formWords, useWords } from '#renderer/locales/index.ts';
import { useAnswer } from './answer.ts';

const RemoveContext = createContext<(index: number) => void>(() => {});

/** A list inside a record: small groups, one below the other. */
export function List({ fieldPathId, items, canAdd, formData, readonly }: ArrayFieldTemplateProps) {
  const words = useWords(formWords);
  const put = useAnswer();
  const id = fieldPathId.$id;
  const held: Json[] = Array.isArray(formData) ? formData : [];
  return (
    <fieldset id={id} className="plain list" aria-labelledby={`${id}~label`} tabIndex={-1}>
      <RemoveContext value={(index) => put(id, held.toSpliced(index, 1))}>{items}</RemoveContext>
      {canAdd && !readonly && <Button onClick={() => put(id, [...held, {}])}>{words.addRow}</Button>}
    </fieldset>
  );
}

export function ListItem({ children, buttonsProps, index, readonly }: ArrayFieldItemTemplateProps) {
  const words = useWords(formWords);
  const remove = useContext(RemoveContext);
  return (
    <div className="list-item">
      <div>{children}</div>
      {buttonsProps.hasRemove && !readonly && (
        <Button onClick={() => remove(index)} aria-label={`${words.rowOf(index + 1)} ${words.deleteRow}`}>
          {words.deleteRow}
        </Button>
      )}
    </div>
  );
}
