import { Input, Select } from 'antd';
import type { Readable, Term } from '#core/builder/index.ts';
import { asList, type Json } from '#core/json/index.ts';
import { rulesWords, useWords } from '#renderer/locales/index.ts';
import { useBuilder } from './BuilderContext.tsx';
import { TermField } from './TermField.tsx';
import { valueFrom } from './terms.ts';

type Props = {
  object: Term;
  /** What it is compared with. */
  values: Pick<Readable, 'kind' | 'choices'>;
  isList: boolean;
  change: (object: Term) => void;
};

/** What a subject is compared with: a value, or something else that is read. */
export function ValueField({ object, values, isList, change }: Props) {
  const words = useWords(rulesWords);
  const { sources } = useBuilder();
  const first = sources[0]?.path ?? 'now';
  const turn = (kind: string) =>
    change(
      kind === 'value'
        ? { kind: 'value', value: isList ? [] : '' }
        : { kind: 'read', path: first, isShort: true },
    );
  return (
    <>
      <Select
        aria-label={words.kindOfValue}
        value={object.kind === 'value' ? 'value' : 'field'}
        onChange={turn}
        options={[
          { value: 'value', label: words.byValue },
          { value: 'field', label: words.byField },
        ]}
      />
      {object.kind === 'value' ? (
        <LiteralField
          value={object.value}
          {...{ values, isList }}
          change={(value) => change({ kind: 'value', value })}
        />
      ) : (
        <TermField label={words.value} term={object} change={change} />
      )}
    </>
  );
}

type LiteralProps = Pick<Props, 'values' | 'isList'> & { value: Json; change: (value: Json) => void };

/** A value of the kind that is asked for: chosen where there is a choice, else typed. */
export function LiteralField({ value, values, isList, change }: LiteralProps) {
  const words = useWords(rulesWords);
  const { kind, choices } = values;
  const keyOf = (one: Json): string => JSON.stringify(one);
  const options = choices?.map((one) => ({ value: keyOf(one.value), label: one.title })) ?? [];
  const read = (key: string): Json => {
    const known = options.some((one) => one.value === key);
    return known ? (JSON.parse(key) as Json) : valueFrom(key, kind, asList(value)[0] ?? '');
  };
  if (isList)
    return (
      <Select<string[]>
        className="term"
        mode={choices ? 'multiple' : 'tags'}
        aria-label={words.value}
        placeholder={words.value}
        value={asList(value).map((one) => (choices ? keyOf(one) : String(one)))}
        options={options}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(keys) => change(keys.map(read))}
      />
    );
  if (choices)
    return (
      <Select
        className="term"
        aria-label={words.value}
        placeholder={words.value}
        value={options.some((one) => one.value === keyOf(value)) ? keyOf(value) : null}
        options={options}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(key: string) => change(read(key))}
      />
    );
  return (
    <Input
      className="term"
      aria-label={words.value}
      value={value === null ? '' : String(value)}
      maxLength={500}
      onChange={(event) => change(valueFrom(event.target.value, kind, value))}
    />
  );
}
