import { type KeyboardEvent, memo } from 'react';
import { isObject } from '#core/json/index.ts';
import type { FieldSchema, Json } from '#core/model/index.ts';
import { readAnswer, writeAnswer } from '#core/normalise/index.ts';
import { choicesOf, suggestionsOf } from '../present/index.ts';
import { useLists } from '../store/useLists.ts';
import { useProblems } from '../templates/index.ts';
import { listOf, Suggestions } from '../widgets/Suggestions.tsx';
import { useTyped } from '../widgets/useTyped.ts';
import { CellSelect } from './CellSelect.tsx';
import { type ChangeCell, partSchema, withPart } from './cells.ts';
import { moveFocus } from './move.ts';

type PutCell = (item: string, column: string, change: ChangeCell) => void;

type Props = {
  section: string;
  item: string;
  column: string;
  label: string;
  schema: FieldSchema;
  value: Json | undefined;
  readOnly: boolean;
  put: PutCell;
};

/** One cell; an object's cell has a small input a part. While it is typed into, only this cell renders. */
export const Cell = memo(function Cell(props: Props) {
  const { schema, value, column, item, put, section } = props;
  const id = ['', section, 'cells', item, column].join('/');
  if (schema.type !== 'object')
    return <OneCell {...props} id={id} give={(next) => put(item, column, () => next)} />;
  return (
    <div className="parts">
      {Object.entries(schema.properties ?? {}).map(([part, inner]) => (
        <div key={part} className={isWords(inner) ? 'part words' : 'part'}>
          <span className="quiet">{inner.title}</span>
          <OneCell
            id={`${id}/${part}`}
            schema={partSchema(schema, inner)}
            label={`${props.label} ${inner.title ?? part}`}
            value={isObject(value) ? value[part] : value}
            readOnly={props.readOnly}
            give={(next) => put(item, column, (cell) => withPart(schema, cell, part, next))}
          />
        </div>
      ))}
    </div>
  );
});

type OneProps = Pick<Props, 'label' | 'schema' | 'value' | 'readOnly'> & {
  id: string;
  give: (next: Json | undefined) => void;
};

function OneCell(props: OneProps) {
  const { id, schema, value, label, readOnly, give } = props;
  const lists = useLists();
  const invalid = useProblems(id).some(({ severity, code }) => severity === 'block' && code !== 'required');
  const choices = choicesOf(schema, lists);
  if (!choices) return <CellInput {...props} />;
  return (
    <CellSelect
      id={id}
      label={label}
      value={value}
      choices={choices}
      readOnly={readOnly}
      invalid={invalid}
      onChange={give}
    />
  );
}

/** Text is aligned left and needs room; numbers are aligned right. */
const isWords = (schema: FieldSchema): boolean => schema.type === 'string';

function CellInput({ id, schema, value, readOnly, label, give }: OneProps) {
  const lists = useLists();
  const { timeZone } = lists;
  const suggestions = suggestionsOf(schema, lists);
  const problems = useProblems(id).filter(
    ({ severity, code }) => severity === 'block' && code !== 'required',
  );
  const typed = useTyped({
    value,
    field: schema,
    read: (text) => readAnswer(schema, text, { timeZone }),
    write: (one) => writeAnswer(one, schema, timeZone),
    commit: give,
    onPause: isWords(schema) && schema.format === undefined,
  });
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (moveFocus(event.currentTarget, event.key)) event.preventDefault();
    else if (event.key === 'Enter') typed.finish();
  };
  const input = (
    <input
      {...typed.input}
      id={id}
      className={isWords(schema) ? 'cell words' : 'cell'}
      readOnly={readOnly}
      aria-label={label}
      aria-invalid={problems.length > 0 || undefined}
      aria-describedby={problems.length > 0 ? `${id}~note` : undefined}
      title={problems[0]?.message ?? (isWords(schema) ? typed.text : undefined)}
      inputMode={schema.type === 'string' || schema.none !== undefined ? 'text' : 'decimal'}
      autoComplete="off"
      data-cell=""
      list={suggestions.length > 0 ? listOf(id) : undefined}
      onKeyDown={keys}
    />
  );
  if (suggestions.length === 0 || readOnly) return input;
  return (
    <>
      {input}
      <Suggestions of={id} texts={suggestions} />
    </>
  );
}
