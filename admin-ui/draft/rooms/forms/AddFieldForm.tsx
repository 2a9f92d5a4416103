import { Checkbox, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { recordSchema } from '#core/form/index.ts';
import type { CategoryDefinition, SectionDefinition } from '#core/model/index.ts';
import { draftFormsWords, useWords } from '#renderer/locales/index.ts';
import { focusField, LineField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../../ChangeForm.tsx';
import { useOpenDraft } from '../../DraftContext.tsx';
import { useUnsent } from '../../useUnsent.ts';
import { withMends } from './model/act.ts';
import { summable } from './model/changed-field.ts';
import { FIELD_KINDS } from './model/field-kinds.ts';
import type { FieldRow } from './model/fields.ts';
import {
  FILE_RULES,
  type FileRule,
  faultOf,
  fieldAdded,
  type NewField,
  NO_FIELD,
} from './model/new-field.ts';
import { PrintChoice } from './PrintChoice.tsx';
import { ChoiceField } from './parts.tsx';
import { useIdFrom } from './useIdFrom.ts';

type Props = {
  rows: FieldRow[];
  category: CategoryDefinition;
  section: SectionDefinition;
  users: CategoryDefinition[];
  close: () => void;
};

/** A field more: its title and kind, whether it has to be answered, its evidence, who gets it, where it is printed. */
export function AddFieldForm({ rows, category, section, users, close }: Props) {
  const words = useWords(draftFormsWords);
  const { cycle, files } = useOpenDraft();
  const id = useId();
  const [typed, setTyped, forget] = useUnsent<NewField>(`${section.id}/new`, NO_FIELD);
  const [hasFailed, setFailed] = useState(false);
  const taken = Object.keys(recordSchema(section).properties ?? {});
  const field = useIdFrom(typed.title.trim(), taken, 'entry');
  const change = (patch: Partial<NewField>) => setTyped((before) => ({ ...before, ...patch }));
  const fault = faultOf(typed);
  const isReady = fault === undefined && field !== '';
  const wrong = (name: keyof NewField) => (hasFailed && fault?.[0] === name ? words[fault[1]] : undefined);
  const done = () => {
    forget();
    close();
  };
  return (
    <ChangeForm
      label={words.addField}
      changes={isReady ? withMends(files, fieldAdded(section, cycle, typed, { field, part: field })) : null}
      onWrong={() => {
        setFailed(true);
        if (fault) focusField(`${id}-${fault[0]}`);
      }}
      close={done}
    >
      <LineField
        name={`${id}-title`}
        label={words.fieldTitle}
        value={typed.title}
        error={wrong('title')}
        size="middle"
        autoComplete="off"
        maxLength={100}
        note={<span className="quiet">{words.titleHint}</span>}
        onChange={(title) => change({ title })}
      />
      <KindField typed={typed} change={change} registers={category.account !== undefined} />
      {(typed.kind === 'oneOf' || typed.kind === 'someOf') && (
        <Choices id={`${id}-choices`} typed={typed} change={change} error={wrong('choices')} />
      )}
      {typed.kind === 'computed' && (
        <fieldset className="line">
          <legend>{words.sources}</legend>
          <Checkbox.Group
            value={typed.sources}
            onChange={(sources) => change({ sources })}
            options={summable(rows).map((row) => ({
              value: row.field.replaceAll('/', '.'),
              label: row.title,
            }))}
          />
          {wrong('sources') && <p className="problem">{wrong('sources')}</p>}
        </fieldset>
      )}
      <LineField
        name={`${id}-help`}
        label={words.help}
        value={typed.help}
        starred={false}
        size="middle"
        autoComplete="off"
        maxLength={500}
        note={<span className="quiet">{words.helpHint}</span>}
        onChange={(help) => change({ help })}
      />
      {typed.kind !== 'computed' && (
        <div className="line">
          <Checkbox
            checked={typed.isRequired}
            onChange={({ target }) => change({ isRequired: target.checked })}
          >
            {words.always}
          </Checkbox>
          <p className="hint">{words.requiredHint}</p>
        </div>
      )}
      {typed.kind !== 'computed' && (
        <ChoiceField
          label={words.file}
          value={typed.file}
          hint={words.fileHint}
          onChange={(file) => change({ file: file as FileRule })}
          options={FILE_RULES.filter((rule) => rule !== 'whenYes' || typed.kind === 'yesOrNo').map(
            (rule) => ({
              value: rule,
              label: words.fileRules[rule] ?? rule,
            }),
          )}
        />
      )}
      <OnlyFor typed={typed} change={change} category={category} users={users} />
      {typed.only.length === 0 && (
        <ChoiceField
          label={words.after}
          value={typed.after}
          onChange={(after) => change({ after })}
          options={[
            { value: '', label: words.atEnd },
            ...rows.filter(({ depth }) => depth === 0).map((row) => ({ value: row.field, label: row.title })),
          ]}
        />
      )}
      <PrintChoice
        rows={rows}
        section={section}
        prints={typed.prints}
        onChange={(prints) => change({ prints })}
      />
    </ChangeForm>
  );
}

type PartProps = { typed: NewField; change: (patch: Partial<NewField>) => void };

/** The kinds, each with an example. An organisation is chosen when somebody registers, and nowhere else. */
function KindField({ typed, change, registers }: PartProps & { registers: boolean }) {
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

function Choices({ id, typed, change, error }: PartProps & { id: string; error: string | undefined }) {
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
function OnlyFor({
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
