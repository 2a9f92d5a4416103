import ArrayField from '@rjsf/core/lib/components/fields/ArrayField.js';
import { type FieldProps, getUiOptions, type RJSFSchema, toFieldPathId, type UiSchema } from '@rjsf/utils';
import { Button } from 'antd';
import { type ComponentProps, useEffect, useMemo, useRef, useState } from 'react';
import { isObject } from '#core/json/index.ts';
import { useFocusAfter } from '#renderer/focus/index.ts';
import { formWords, useWords } from '#renderer/locales/index.ts';
import { focusFirst } from '../focus.ts';
import type { Presented } from '../present/index.ts';
import { commitPending } from '../store/pending.ts';
import { useFields } from './fields.tsx';
import { focusMoved, type ListActions, ListTools } from './ListTools.tsx';

/** A list inside a record: what is chosen from is one field, everything else stands item below item. */
export function ListField(props: FieldProps) {
  return props.uiSchema?.['ui:widget'] === undefined ? (
    <Items {...props} />
  ) : (
    <ArrayField {...(props as ComponentProps<typeof ArrayField>)} />
  );
}

const NO_ITEMS: readonly unknown[] = [];

/** The items of a list, and the button that adds one with its first values. */
function Items(props: FieldProps) {
  const { schema, uiSchema, fieldPathId, formData, readonly } = props;
  const words = useWords(formWords);
  const box = useRef<HTMLFieldSetElement>(null);
  const items: readonly unknown[] = Array.isArray(formData) ? formData : NO_ITEMS;
  const { keys, add, actions, changes } = useItems(props, items);
  const options = getUiOptions(uiSchema);
  const isOpen = options.addable === true && !readonly;
  useFocusAfter(changes.count, () => {
    const drawn = box.current?.querySelectorAll<HTMLElement>(':scope > .list-item');
    if (changes.last === 'added') focusFirst(drawn?.item(drawn.length - 1) ?? null);
    else if (changes.last !== 'taken') focusMoved(drawn?.item(changes.last.to), changes.last.by);
    else box.current?.querySelector<HTMLElement>(':scope > .list-add')?.focus();
  });
  return (
    <fieldset
      ref={box}
      id={fieldPathId.$id}
      className="plain list"
      aria-labelledby={`${fieldPathId.$id}~label`}
      tabIndex={-1}
    >
      {items.map((item, index) => (
        <Item
          key={keys[index]}
          {...props}
          {...presentedAt(schema, uiSchema, index)}
          formData={item}
          index={index}
          title={`${schema.title ?? props.name}-${index + 1}`}
          length={items.length}
          actions={isOpen ? actions : undefined}
        />
      ))}
      {isOpen && items.length < (schema.maxItems ?? Number.POSITIVE_INFINITY) && (
        <Button className="list-add" onClick={add}>
          {words.addRow}
        </Button>
      )}
    </fieldset>
  );
}

/** Each item as it stands now; one that was only just added as items begin. */
function presentedAt(schema: RJSFSchema, uiSchema: UiSchema | undefined, index: number): Presented {
  const each = uiSchema?.each as readonly Presented[] | undefined;
  return (
    each?.[index] ?? { schema: schema.items as RJSFSchema, uiSchema: (uiSchema?.items ?? {}) as UiSchema }
  );
}

/** What happened to the list last, which says where the focus goes. */
type Change = 'added' | 'taken' | { to: number; by: -1 | 1 };

/** What changes the list as a whole. What is still being typed in an item is taken first: it must not move to another. */
function useItems({ fieldPathId, onChange, schema }: FieldProps, items: readonly unknown[]) {
  const { anchor, itemPreset } = useFields();
  const latest = useRef(items);
  useEffect(() => {
    latest.current = items;
  }, [items]);
  const [changes, setChanges] = useState<{ count: number; last: Change }>({ count: 0, last: 'taken' });
  const { keys, without, exchange } = useKeys(items.length);
  const put = (next: unknown[], last: Change) => {
    onChange(next, fieldPathId.path);
    setChanges(({ count }) => ({ count: count + 1, last }));
  };
  const add = async () => {
    await commitPending();
    const first = itemPreset?.(fieldPathId.$id.slice(anchor.length));
    put([...latest.current, first ?? blankOf(schema)], 'added');
  };
  const remove = async (index: number) => {
    await commitPending();
    without(index);
    put(
      latest.current.filter((_, at) => at !== index),
      'taken',
    );
  };
  const move = async (index: number, by: -1 | 1) => {
    await commitPending();
    const to = index + by;
    exchange(index, to);
    put(exchanged(latest.current, index, to), { to, by });
  };
  return { keys, add, actions: { remove, move }, changes };
}

/** An item that nothing is said of yet. */
function blankOf({ items }: RJSFSchema): unknown {
  return isObject(items) && items.type === 'object' ? {} : undefined;
}

function exchanged<T>(items: readonly T[], index: number, to: number): T[] {
  const next = [...items];
  next.splice(to, 0, ...next.splice(index, 1));
  return next;
}

let last = 0;

/** A name for each item that stays with it while others come and go. */
function useKeys(length: number) {
  const keys = useRef<number[]>([]);
  while (keys.current.length < length) {
    last += 1;
    keys.current.push(last);
  }
  keys.current.length = length;
  const without = (index: number) => keys.current.splice(index, 1);
  const exchange = (index: number, to: number) => {
    keys.current = exchanged(keys.current, index, to);
  };
  return { keys: keys.current, without, exchange };
}

type ItemProps = FieldProps & { index: number; length: number; actions: ListActions | undefined };

/** One item of a list, with its buttons. */
function Item({ index, length, actions, ...props }: ItemProps) {
  const { registry, fieldPathId, schema } = props;
  const words = useWords(formWords);
  const { SchemaField } = registry.fields;
  const at = useMemo(
    () => toFieldPathId(index, registry.globalFormOptions, fieldPathId),
    [index, registry, fieldPathId],
  );
  const name = words.rowOf(index + 1);
  const isRecord = schema.type === 'object';
  const uiSchema = useMemo(
    () => (isRecord ? titled(props.uiSchema, name) : (props.uiSchema ?? {})),
    [isRecord, props.uiSchema, name],
  );
  if (!SchemaField) return null;
  return (
    <div className="list-item">
      <SchemaField
        {...props}
        name={`${props.name}-${index}`}
        uiSchema={uiSchema}
        fieldPathId={at}
        required={!isRecord}
      />
      {actions && <ListTools actions={actions} name={name} index={index} length={length} />}
    </div>
  );
}

/** A record is called by its number, before its own title. */
function titled(uiSchema: UiSchema | undefined, name: string): UiSchema {
  const options = getUiOptions(uiSchema);
  const own = typeof options.title === 'string' ? ` · ${options.title}` : '';
  return { ...uiSchema, 'ui:options': { ...options, title: `${name}${own}` } };
}
