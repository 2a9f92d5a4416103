import { Button, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { beginWords, useWords } from '#renderer/locales/index.ts';
import { focusField, LineField } from '#renderer/plain-forms/index.ts';
import type { Fault } from './model/faults.ts';
import type { Typed } from './model/typed.ts';

/** What every part of the page is given: what was typed, how it changes, and what is wrong once somebody has tried. */
export type Page = {
  typed: Typed;
  change: (patch: Partial<Typed>) => void;
  faults: ReadonlyMap<string, Fault>;
};

/** The id of a field of the page. */
export const nameOf = (name: string): string => `begin-${name}`;

type LineProps = Pick<Page, 'faults'> & {
  name: string;
  label: string;
  value: string;
  hint?: string;
  maxLength?: number;
  onChange: (text: string) => void;
};

/** A line of text with what is wrong with it. */
export function Line({ faults, name, label, value, hint, maxLength = 100, onChange }: LineProps) {
  const words = useWords(beginWords);
  const fault = faults.get(name);
  return (
    <LineField
      name={nameOf(name)}
      label={label}
      value={value}
      error={fault && words.faults[fault]}
      note={hint !== undefined && <span className="quiet">{hint}</span>}
      size="middle"
      autoComplete="off"
      maxLength={maxLength}
      onChange={onChange}
    />
  );
}

/** Where the next thing is typed: a row that has just come, or the button below one that has just gone. */
export const focusNext = (name: string): void => {
  requestAnimationFrame(() => focusField(nameOf(name)));
};

/** Several lines of text, with the hint in place of what is wrong. */
export function Lines({ faults, name, label, value, hint = '', onChange }: LineProps) {
  const words = useWords(beginWords);
  const fault = faults.get(name);
  const id = nameOf(name);
  return (
    <div className="line begin-wide">
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        value={value}
        autoSize={{ minRows: 2, maxRows: 12 }}
        maxLength={50_000}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-hint`} className={fault ? 'problem' : 'hint'}>
        {fault ? words.faults[fault] : hint}
      </p>
    </div>
  );
}

type ChoiceProps<V> = {
  name: string;
  label: string;
  value: V;
  options: { value: V; label: string }[];
  onChange: (value: V) => void;
};

/** One of several. */
export function Choice<V extends string | number>({ name, label, value, options, onChange }: ChoiceProps<V>) {
  const id = nameOf(name);
  return (
    <div className="line">
      <label htmlFor={id}>{label}</label>
      <Select id={id} value={value} options={options} virtual={false} onChange={onChange} />
    </div>
  );
}

/** A row of a list that can be taken out. */
export function Row({
  label,
  remove,
  children,
}: {
  label: string;
  remove?: () => void;
  children: ReactNode;
}) {
  const words = useWords(beginWords);
  return (
    <fieldset className="begin-row">
      <legend>{label}</legend>
      {children}
      {remove && (
        <Button size="small" aria-label={words.remove(label)} onClick={remove}>
          {words.remove('').trim()}
        </Button>
      )}
    </fieldset>
  );
}
