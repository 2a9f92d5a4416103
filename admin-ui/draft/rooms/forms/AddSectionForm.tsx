import { useId, useState } from 'react';
import type { Change } from '#core/change/index.ts';
import { draftFormsWords, useWords } from '#renderer/locales/index.ts';
import { focusField, LineField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../../ChangeForm.tsx';
import { ChoiceField } from '../../ChoiceField.tsx';
import { useOpenDraft } from '../../DraftContext.tsx';
import { useUnsent } from '../../useUnsent.ts';
import type { FormMatrix } from './model/matrix.ts';
import {
  type NewSection,
  NO_SECTION,
  pageChoices,
  SECTION_KINDS,
  sectionAdded,
} from './model/new-section.ts';

import { useIdFrom } from './useIdFrom.ts';

/** A section more, with its first field, on a page of the forms that share it. */
export function AddSectionForm({ matrix, close }: { matrix: FormMatrix; close: () => void }) {
  const words = useWords(draftFormsWords);
  const { edition, cycle } = useOpenDraft();
  const id = useId();
  const [typed, setTyped, forget] = useUnsent<NewSection>('sections/new', NO_SECTION);
  const [hasFailed, setFailed] = useState(false);
  const pages = pageChoices(edition, matrix);
  const page = pages.find(({ key }) => key === typed.page) ?? pages[0];
  const section = useIdFrom(
    typed.title.trim(),
    edition.definition.categories.flatMap(({ sections }) => sections.map((one) => one.id)),
    'section',
  );
  const field = useIdFrom(typed.field.trim(), [], 'entry');
  const change = (patch: Partial<NewSection>) => setTyped((before) => ({ ...before, ...patch }));
  const lacks =
    typed.title.trim() === ''
      ? 'title'
      : typed.kind !== 'documents' && typed.field.trim() === ''
        ? 'field'
        : null;
  const changes: Change[] | null =
    lacks === null && section !== '' && page ? [sectionAdded(typed, cycle, page, { section, field })] : null;
  const done = () => {
    forget();
    close();
  };
  const missing = (name: string) => (hasFailed && lacks === name ? words.missing : undefined);
  return (
    <ChangeForm
      label={words.addSection}
      changes={changes}
      onWrong={() => {
        setFailed(true);
        if (lacks) focusField(`${id}-${lacks}`);
      }}
      close={done}
    >
      <LineField
        name={`${id}-title`}
        label={words.sectionTitle}
        value={typed.title}
        error={missing('title')}
        size="middle"
        autoComplete="off"
        maxLength={100}
        onChange={(title) => change({ title })}
      />
      <ChoiceField
        label={words.sectionKind}
        value={typed.kind}
        onChange={(kind) => change({ kind: kind as NewSection['kind'] })}
        options={SECTION_KINDS.map((kind) => ({ value: kind, label: words.sectionKinds[kind] ?? kind }))}
      />
      {typed.kind !== 'documents' && (
        <LineField
          name={`${id}-field`}
          label={words.firstField}
          value={typed.field}
          error={missing('field')}
          size="middle"
          autoComplete="off"
          maxLength={100}
          onChange={(text) => change({ field: text })}
        />
      )}
      <ChoiceField
        label={words.page}
        value={page?.key ?? ''}
        hint={page && words.pageShared(page.forms.join('、'))}
        onChange={(key) => change({ page: key })}
        options={pages.map(({ key, title }) => ({ value: key, label: title }))}
      />
    </ChangeForm>
  );
}
