import { useId, useState } from 'react';
import type { SheetDefinition } from '#core/model/index.ts';
import { settingWords, useWords } from '#renderer/locales/index.ts';
import { focusField, LineField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../../../ChangeForm.tsx';
import { useOpenDraft } from '../../../DraftContext.tsx';
import { useUnsent } from '../../../useUnsent.ts';
import { FormHeading } from './FormHeading.tsx';

type Props = { sheet: SheetDefinition; group: string; close: () => void };

/** Another title for a group of settings. */
export function GroupForm({ sheet, group, close }: Props) {
  const words = useWords(settingWords);
  const { cycle } = useOpenDraft();
  const id = useId();
  const before = sheet.settingGroups?.[group]?.title ?? group;
  const [title, setTitle] = useUnsent('title', before);
  const [hasFailed, setFailed] = useState(false);
  const text = title.trim();
  const isMeant = text !== '' && text !== before;
  const way = ['settingGroups', group, 'title'];
  return (
    <ChangeForm
      label={words.renameGroup(before)}
      changes={isMeant ? [{ kind: 'setText', part: 'sheet', id: sheet.id, cycle, way, text }] : null}
      onWrong={() => {
        setFailed(true);
        focusField(id);
      }}
      close={close}
      showsEffects={false}
    >
      <FormHeading>{words.renameGroup(before)}</FormHeading>
      <LineField
        name={id}
        label={words.groupTitle}
        value={title}
        error={hasFailed && !isMeant ? (text === '' ? words.wrong.title : words.unchanged) : undefined}
        size="middle"
        autoComplete="off"
        maxLength={60}
        onChange={setTitle}
      />
    </ChangeForm>
  );
}
