import { useId, useState } from 'react';
import { recordSchema } from '#core/form/index.ts';
import type { CategoryDefinition, SectionDefinition } from '#core/model/index.ts';
import { draftFormsWords, useWords } from '#renderer/locales/index.ts';
import { focusField, LineField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../../ChangeForm.tsx';
import { ChoiceField } from '../../ChoiceField.tsx';
import { useOpenDraft } from '../../DraftContext.tsx';
import { useUnsent } from '../../useUnsent.ts';
import type { FieldRow } from './model/fields.ts';
import { faultOf, fieldAdded, type NewField, NO_FIELD } from './model/new-field.ts';
import { Choices, Demands, KindField, OnlyFor, Sources } from './NewFieldParts.tsx';
import { PrintChoice } from './PrintChoice.tsx';

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
  const { cycle } = useOpenDraft();
  const id = useId();
  const [own, setTyped, forget] = useUnsent<NewField>(`${section.id}/new`, NO_FIELD);
  const typed = { ...own, fileTitle: own.fileTitle ?? words.fileTitleOf(own.title.trim()) };
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
      changes={isReady ? fieldAdded(section, cycle, typed, { field, part: field }) : null}
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
        <Sources typed={typed} change={change} rows={rows} error={wrong('sources')} />
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
        <Demands id={`${id}-fileTitle`} typed={typed} change={change} error={wrong('fileTitle')} />
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
