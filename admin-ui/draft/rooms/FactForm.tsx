import { Checkbox, Select } from 'antd';
import { useId, useState } from 'react';
import type { Change } from '#core/change/index.ts';
import { asList, asText, type Json } from '#core/json/index.ts';
import { type DraftWords, draftWords, useWords } from '#renderer/locales/index.ts';
import { focusField, LineField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../ChangeForm.tsx';
import { useOpenDraft } from '../DraftContext.tsx';
import { type FactRow, factFrom, isWithin } from '../model/facts.ts';
import { useUnsent } from '../useUnsent.ts';

type Props = { row: FactRow; close: () => void };

/** Another value for a fact: what was typed, checked as it is typed, with the sentences that change by it. */
export function FactForm({ row, close }: Props) {
  const words = useWords(draftWords);
  const { cycle } = useOpenDraft();
  const field = useId();
  const [isWrong, setWrong] = useState(false);
  const [value, setValue] = useUnsent<Json>('value', row.value);
  const [typed, setTyped] = useUnsent('typed', typedOf(row.value));
  const [only, setOnly] = useUnsent('only', row.category?.id ?? '');
  const read = Array.isArray(value) || value === null ? value : factFrom(row, typed);
  const problem = problemOf(row, read, words);
  const change: Change = {
    kind: 'setFact',
    fact: row.id,
    value: read ?? null,
    cycle,
    ...(only !== '' && { category: only }),
  };
  const isSame = JSON.stringify(read) === JSON.stringify(row.value);
  return (
    <ChangeForm
      label={`${words.change} ${row.title}`}
      changes={problem === undefined && !isSame ? [change] : null}
      onWrong={() => {
        setWrong(true);
        focusField(field);
      }}
      close={close}
    >
      {!row.category && <OnlyFor fact={row.id} only={only} choose={setOnly} />}
      {Array.isArray(row.value) ? (
        <CodeChoice row={row} value={value} choose={setValue} />
      ) : (
        <>
          <LineField
            name={field}
            label={`${row.title}${row.fact?.unit ? ` (${row.fact.unit})` : ''}`}
            value={value === null ? '' : typed}
            error={problem ?? (isWrong && isSame ? words.unchanged : undefined)}
            starred={false}
            size="middle"
            autoComplete="off"
            maxLength={20}
            onChange={(text) => {
              setTyped(text);
              setValue(text);
            }}
          />
          <Checkbox
            checked={value === null}
            onChange={(event) => setValue(event.target.checked ? null : typed)}
          >
            {words.notInForce}
          </Checkbox>
        </>
      )}
    </ChangeForm>
  );
}

const typedOf = (value: Json): string => (value === null || typeof value === 'object' ? '' : String(value));

function problemOf(row: FactRow, value: Json | undefined, words: DraftWords): string | undefined {
  if (value === undefined) return typeof row.value === 'string' ? words.noDate : words.noNumber;
  if (isWithin(row, value)) return undefined;
  return words.range(String(row.fact?.minimum ?? '…'), String(row.fact?.maximum ?? '…'));
}

type OnlyProps = { fact: string; only: string; choose: (category: string) => void };

/** For all, or for one category that has had no value of its own so far. */
function OnlyFor({ fact, only, choose }: OnlyProps) {
  const words = useWords(draftWords);
  const id = useId();
  const { edition } = useOpenDraft();
  const others = edition.definition.categories.filter(
    ({ account, facts = {} }) => !account && !Object.hasOwn(facts, fact),
  );
  return (
    <div className="line">
      <label htmlFor={id}>{words.where}</label>
      <Select
        id={id}
        className="draft-choice"
        showSearch={{ optionFilterProp: 'label' }}
        value={only}
        onChange={choose}
        options={[
          { value: '', label: words.everywhere },
          ...others.map((category) => ({ value: category.id, label: words.onlyFor(category.title) })),
        ]}
      />
    </div>
  );
}

type ChoiceProps = { row: FactRow; value: Json; choose: (codes: string[]) => void };

/** Codes of the list that the fact names. */
function CodeChoice({ row, value, choose }: ChoiceProps) {
  const id = useId();
  const { edition } = useOpenDraft();
  const list = edition.definition.codes.find((one) => one.id === row.fact?.code);
  const options = list?.entries.map(({ code, title }) => ({ value: code, label: title }));
  return (
    <div className="line">
      <label htmlFor={id}>{row.title}</label>
      <Select<string[]>
        id={id}
        mode={options ? 'multiple' : 'tags'}
        value={asList(value).flatMap((code) => asText(code) ?? [])}
        onChange={choose}
        options={options ?? []}
      />
    </div>
  );
}
