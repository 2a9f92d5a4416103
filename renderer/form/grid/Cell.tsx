import { type KeyboardEvent, memo } from 'react';
import { isObject } from '#core/json/index.ts';
import type { FieldSchema, Json } from '#core/model/index.ts';
import { choicesOf } from '../present/index.ts';
import { useLists } from '../store/useLists.ts';
import { useProblems } from '../templates/index.ts';
import { textOf } from '../widgets/text.tsx';
import { useTyped } from '../widgets/useTyped.ts';
import { CellSelect } from './CellSelect.tsx';
import { cellOf } from './cells.ts';
import { moveFocus } from './move.ts';

type PutCell = (item: string, column: string, part: string | null, value: Json | undefined) => void;

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
  const { schema, value, column, item, put, label } = props;
  if (schema.type !== 'object') return <OneCell {...props} part={null} put={put} />;
  return (
    <div className="parts">
      {Object.entries(schema.properties ?? {}).map(([part, inner]) => (
        <div key={part} className={isWords(inner) ? 'part words' : 'part'}>
          <span className="quiet">{inner.title}</span>
          <OneCell
            {...props}
            item={item}
            column={column}
            part={part}
            schema={inner}
            label={`${label} ${inner.title ?? part}`}
            value={isObject(value) ? value[part] : undefined}
          />
        </div>
      ))}
    </div>
  );
});

function OneCell(props: Props & { part: string | null }) {
  const { section, item, column, part, schema, value, label, readOnly, put } = props;
  const lists = useLists();
  const id = cellId(section, item, column, part);
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
      onChange={(next) => put(item, column, part, next)}
    />
  );
}

/** Text is aligned left and needs room; numbers are aligned right. */
const isWords = (schema: FieldSchema): boolean => schema.type === 'string';

const cellId = (section: string, item: string, column: string, part: string | null): string =>
  ['', section, 'cells', item, column, ...(part ? [part] : [])].join('/');

function CellInput({
  section,
  item,
  column,
  part,
  schema,
  value,
  readOnly,
  put,
  label,
}: Props & { part: string | null }) {
  const id = cellId(section, item, column, part);
  const problems = useProblems(id).filter(
    ({ severity, code }) => severity === 'block' && code !== 'required',
  );
  const typed = useTyped(textOf(value), (text) => put(item, column, part, cellOf(text, schema)));
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (moveFocus(event.currentTarget, event.key)) event.preventDefault();
  };
  return (
    <input
      id={id}
      className={isWords(schema) ? 'cell words' : 'cell'}
      value={typed.text}
      readOnly={readOnly}
      aria-label={label}
      aria-invalid={problems.length > 0 || undefined}
      aria-describedby={problems.length > 0 ? `${id}~note` : undefined}
      title={problems[0]?.message ?? (isWords(schema) ? typed.text : undefined)}
      inputMode={schema.type === 'string' || schema.none !== undefined ? 'text' : 'decimal'}
      autoComplete="off"
      data-cell=""
      onChange={(event) => typed.type(event.target.value)}
      onBlur={typed.leave}
      onKeyDown={keys}
    />
  );
}
