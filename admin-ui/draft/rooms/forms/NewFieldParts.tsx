import { Checkbox, Input, Radio } from 'antd';
import type { CategoryDefinition } from '#core/model/index.ts';
import { draftFormsWords, useWords } from '#renderer/locales/index.ts';
import { LineField } from '#renderer/plain-forms/index.ts';
import { ChoiceField } from '../../ChoiceField.tsx';
import { useOpenDraft } from '../../DraftContext.tsx';
import { summable } from './model/changed-field.ts';
import { FIELD_KINDS } from './model/field-kinds.ts';
import type { FieldRow } from './model/fields.ts';
import { FILE_RULES, type FileRule, type NewField } from './model/new-field.ts';

type PartProps = { typed: NewField; change: (patch: Partial<NewField>) => void };

/** The kinds, each with an example. An organisation is chosen when somebody registers, and nowhere else. */
export function KindField({ typed, change, registers }: PartProps & { registers: boolean }) {
  const words = useWords(draftFormsWords);
  return (
    <fieldset className="line">
      <legend>{words.fieldKind}</legend>
      <Radio.Group
        className="choice-lines"
        value={typed.kind}
        onChange={({ target }) =>
          change({ kind: target.value, ...(typed.file === 'whenYes' && { file: 'never' }) })
        }
      >
        {FIELD_KINDS.filter((kind) => registers || kind !== 'unitOf').map((kind) => (
          <Radio key={kind} value={kind}>
            {words.kinds[kind]}
            <span className="quiet">{words.examples[kind]}</span>
          </Radio>
        ))}
      </Radio.Group>
    </fieldset>
  );
}

/** What can be chosen: out of a code list, or typed line by line. */
export function Choices({ id, typed, change, error }: PartProps & { id: string; error: string | undefined }) {
  const words = useWords(draftFormsWords);
  const { edition } = useOpenDraft();
  return (
    <>
      <ChoiceField
        label={words.list}
        value={typed.list}
        onChange={(list) => change({ list })}
        options={[
          { value: '', label: words.typedChoices },
          ...edition.definition.codes.map((list) => ({ value: list.id, label: list.title })),
        ]}
      />
      {typed.list === '' && (
        <div className="line">
          <label htmlFor={id}>{words.choices}</label>
          <Input.TextArea
            id={id}
            value={typed.choices}
            autoSize={{ minRows: 3, maxRows: 12 }}
            maxLength={5000}
            onChange={(event) => change({ choices: event.target.value })}
          />
          <p className={error ? 'problem' : 'hint'}>{error ?? words.choicesHint}</p>
        </div>
      )}
    </>
  );
}

/** All forms that use the section, or those that are ticked. */
export function OnlyFor({
  typed,
  change,
  category,
  users,
}: PartProps & { category: CategoryDefinition; users: CategoryDefinition[] }) {
  const words = useWords(draftFormsWords);
  if (users.length < 2) return null;
  return (
    <fieldset className="line">
      <legend>{words.for}</legend>
      <Radio.Group
        value={typed.only.length === 0 ? 'all' : 'some'}
        onChange={({ target }) => change({ only: target.value === 'all' ? [] : [category.id] })}
        options={[
          { value: 'all', label: words.forAll(users.length) },
          { value: 'some', label: words.forSome },
        ]}
      />
      {typed.only.length > 0 && (
        <Checkbox.Group
          value={typed.only}
          onChange={(only) => change({ only: only.length === 0 ? [category.id] : only })}
          options={users.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
    </fieldset>
  );
}

/** The numbers that a computed field adds up. */
export function Sources({
  typed,
  change,
  rows,
  error,
}: PartProps & { rows: FieldRow[]; error: string | undefined }) {
  const words = useWords(draftFormsWords);
  return (
    <fieldset className="line">
      <legend>{words.sources}</legend>
      <Checkbox.Group
        value={typed.sources}
        onChange={(sources) => change({ sources })}
        options={summable(rows).map((row) => ({ value: row.field.replaceAll('/', '.'), label: row.title }))}
      />
      {error && <p className="problem">{error}</p>}
    </fieldset>
  );
}

type DemandProps = PartProps & { id: string; error: string | undefined };

/** Whether it has to be answered, when evidence is asked for, and what that is called: after the field, until somebody types. */
export function Demands({ id, typed, change, error }: DemandProps) {
  const words = useWords(draftFormsWords);
  const rules = FILE_RULES.filter((rule) => rule !== 'whenYes' || typed.kind === 'yesOrNo');
  return (
    <>
      <div className="line">
        <Checkbox
          checked={typed.isRequired}
          onChange={({ target }) => change({ isRequired: target.checked })}
        >
          {words.always}
        </Checkbox>
        <p className="hint">{words.requiredHint}</p>
      </div>
      <ChoiceField
        label={words.file}
        value={typed.file}
        hint={words.fileHint}
        onChange={(file) => change({ file: file as FileRule })}
        options={rules.map((rule) => ({ value: rule, label: words.fileRules[rule] ?? rule }))}
      />
      {typed.file !== 'never' && (
        <LineField
          name={id}
          label={words.fileTitle}
          value={typed.fileTitle ?? ''}
          error={error}
          size="middle"
          autoComplete="off"
          maxLength={100}
          note={<span className="quiet">{words.fileTitleHint}</span>}
          onChange={(fileTitle) => change({ fileTitle })}
        />
      )}
    </>
  );
}
