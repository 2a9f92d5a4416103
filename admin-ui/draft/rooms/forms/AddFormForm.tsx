import { useId, useState } from 'react';
import { draftFormsWords, useWords } from '#renderer/locales/index.ts';
import { focusField, LineField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../../ChangeForm.tsx';
import { ChoiceField } from '../../ChoiceField.tsx';
import { useOpenDraft } from '../../DraftContext.tsx';
import { useUnsent } from '../../useUnsent.ts';
import type { FormMatrix } from './model/matrix.ts';

import { useIdFrom } from './useIdFrom.ts';

/** A form more: it begins as another one is. */
export function AddFormForm({ matrix, close }: { matrix: FormMatrix; close: () => void }) {
  const words = useWords(draftFormsWords);
  const { edition, cycle } = useOpenDraft();
  const id = useId();
  const [typed, setTyped, forget] = useUnsent('categories/new', { title: '', description: '', like: '' });
  const [hasFailed, setFailed] = useState(false);
  const category = useIdFrom(
    typed.title.trim(),
    edition.definition.categories.map((one) => one.id),
    'form',
  );
  const like = typed.like === '' ? (matrix.categories[0]?.id ?? '') : typed.like;
  const isMissing = typed.title.trim() === '';
  const description = typed.description.trim();
  const element = { title: typed.title.trim(), ...(description !== '' && { description }), extends: like };
  const done = () => {
    forget();
    close();
  };
  const change = (patch: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...patch }));
  return (
    <ChangeForm
      label={words.addForm}
      changes={isMissing || category === '' ? null : [{ kind: 'addCategory', cycle, category, element }]}
      onWrong={() => {
        setFailed(true);
        focusField(`${id}-title`);
      }}
      close={done}
    >
      <LineField
        name={`${id}-title`}
        label={words.formTitle}
        value={typed.title}
        error={hasFailed && isMissing ? words.missing : undefined}
        size="middle"
        autoComplete="off"
        maxLength={100}
        onChange={(title) => change({ title })}
      />
      <LineField
        name={`${id}-description`}
        label={words.formDescription}
        value={typed.description}
        starred={false}
        size="middle"
        autoComplete="off"
        maxLength={500}
        onChange={(text) => change({ description: text })}
      />
      <ChoiceField
        label={words.formLike}
        value={like}
        hint={words.formLikeHint}
        onChange={(one) => change({ like: one })}
        options={matrix.categories.map((one) => ({ value: one.id, label: one.title }))}
      />
    </ChangeForm>
  );
}
