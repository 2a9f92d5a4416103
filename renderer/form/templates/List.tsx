import type { ArrayFieldItemTemplateProps, ArrayFieldTemplateProps } from '@rjsf/utils';
import { Button } from 'antd';
import { formWords, useWords } from '../../locales/index.ts';

/** A list inside a record: small groups, one below the other. */
export function List({ fieldPathId, items, canAdd, onAddClick, readonly }: ArrayFieldTemplateProps) {
  const words = useWords(formWords);
  return (
    <fieldset
      id={fieldPathId.$id}
      className="plain list"
      aria-labelledby={`${fieldPathId.$id}~label`}
      tabIndex={-1}
    >
      {items}
      {canAdd && !readonly && <Button onClick={onAddClick}>{words.addRow}</Button>}
    </fieldset>
  );
}

export function ListItem({ children, buttonsProps, index, readonly }: ArrayFieldItemTemplateProps) {
  const words = useWords(formWords);
  const { hasRemove, onRemoveItem } = buttonsProps;
  return (
    <div className="list-item">
      <div>{children}</div>
      {hasRemove && !readonly && (
        <Button onClick={onRemoveItem} aria-label={`${words.rowOf(index + 1)} ${words.deleteRow}`}>
          {words.deleteRow}
        </Button>
      )}
    </div>
  );
}
