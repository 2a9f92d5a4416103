import type { ArrayFieldItemTemplateProps, ArrayFieldTemplateProps } from '@rjsf/utils';
import { Button } from 'antd';
import { formWords, useWords } from '#renderer/locales/index.ts';

/** A list inside a record: small groups, one below the other. */
export function List({ fieldPathId, items, canAdd, readonly, onAddClick }: ArrayFieldTemplateProps) {
  const words = useWords(formWords);
  const id = fieldPathId.$id;
  return (
    <fieldset id={id} className="plain list" aria-labelledby={`${id}~label`} tabIndex={-1}>
      {items}
      {canAdd && !readonly && <Button onClick={onAddClick}>{words.addRow}</Button>}
    </fieldset>
  );
}

/** One element of a list, with the button that takes it out. */
export function ListItem({ children, buttonsProps, index, readonly }: ArrayFieldItemTemplateProps) {
  const words = useWords(formWords);
  return (
    <div className="list-item">
      <div>{children}</div>
      {buttonsProps.hasRemove && !readonly && (
        <Button
          onClick={buttonsProps.onRemoveItem}
          aria-label={`${words.rowOf(index + 1)} ${words.deleteRow}`}
        >
          {words.deleteRow}
        </Button>
      )}
    </div>
  );
}
