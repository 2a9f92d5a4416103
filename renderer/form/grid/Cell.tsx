import { type KeyboardEvent, memo } from 'react';
import type { FieldSchema, Json } from '../../../engine/core/model/index.ts';
import { isObject } from '../json.ts';
import { useProblems } from '../templates/index.ts';
import { textOf } from '../widgets/text.tsx';
import { useTyped } from '../widgets/useTyped.ts';
import { cellOf } from './cells.ts';
import { moveFocus } from './move.ts';

export type PutCell = (item: string, column: string, part: string | null, value: Json | undefined) => void;

type Props = {
  section: string;
  item: string;
  column: string;
  label: string;
  schema: FieldSchema & { blank?: string };
  value: Json | undefined;
  readOnly: boolean;
  put: PutCell;
};

/** One cell; an object's cell has a small input a part. Draws itself alone while it is typed into. */
export const Cell = memo(function Cell(props: Props) {
  const { schema, value, column, item, put, label } = props;
  if (schema.type !== 'object') return <CellInput {...props} part={null} put={put} />;
  return (
    <div className="parts">
      {Object.entries(schema.properties ?? {}).map(([part, inner]) => (
        <label key={part}>
          <span className="quiet">{inner.title}</span>
          <CellInput
            {...props}
            item={item}
            column={column}
            part={part}
            schema={inner}
            label={`${label} ${inner.title ?? part}`}
            value={isObject(value) ? value[part] : undefined}
          />
        </label>
      ))}
    </div>
  );
});

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
  const id = ['', section, 'cells', item, column, ...(part ? [part] : [])].join('/');
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
      className="cell"
      value={typed.text}
      readOnly={readOnly}
      aria-label={label}
      aria-invalid={problems.length > 0 || undefined}
      aria-describedby={problems.length > 0 ? `${id}~note` : undefined}
      title={problems[0]?.message}
      inputMode={schema.type === 'string' || schema.blank ? 'text' : 'decimal'}
      autoComplete="off"
      data-cell=""
      onChange={(event) => typed.type(event.target.value)}
      onBlur={typed.leave}
      onKeyDown={keys}
    />
  );
}
