import { useId, useState } from 'react';
import type { SheetDefinition } from '#core/model/index.ts';
import { settingWords, useWords } from '#renderer/locales/index.ts';
import { focusField, LineField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../../../ChangeForm.tsx';
import { ChoiceField } from '../../../ChoiceField.tsx';
import { useOpenDraft } from '../../../DraftContext.tsx';
import { useSentenceOf } from '../../../useSentenceOf.ts';
import { useUnsent } from '../../../useUnsent.ts';
import { useIdFrom } from '../../forms/useIdFrom.ts';
import { FormHeading } from './FormHeading.tsx';
import { NEW_GROUP, settingChanges, type TypedSetting, typedSetting, wrongTyped } from './setting-changes.ts';

type Props = { sheet: SheetDefinition; setting: string; title: string; close: () => void };

/** How a setting is called, with which others it stands, and what holds where nobody has set it. */
export function EditSettingForm({ sheet, setting, title, close }: Props) {
  const words = useWords(settingWords);
  const { cycle } = useOpenDraft();
  const sentenceOf = useSentenceOf();
  const id = useId();
  const [typed, setTyped] = useUnsent<TypedSetting>('typed', typedSetting(sheet, setting));
  const [hasFailed, setFailed] = useState(false);
  const groups = Object.entries(sheet.settingGroups ?? {});
  const newGroup = useIdFrom(typed.groupTitle.trim(), Object.keys(sheet.settingGroups ?? {}), 'group');
  const wrong = wrongTyped(sheet, setting, typed);
  const changes = settingChanges({ sheet, cycle, setting }, typed, newGroup);
  const isReady = wrong.length === 0 && changes.length > 0 && (typed.group !== NEW_GROUP || newGroup !== '');
  const change = (patch: Partial<TypedSetting>) => setTyped((before) => ({ ...before, ...patch }));
  const isNumber = ['number', 'integer'].includes(String(sheet.settings?.[setting]?.type));
  const fitted = [sheet.fit?.fontSize, ...(sheet.fit?.blankRows ?? [])].includes(setting);
  const error = (field: keyof TypedSetting, code: 'title' | 'preset') =>
    hasFailed && wrong.includes(field) ? words.wrong[code] : undefined;
  return (
    <ChangeForm
      label={words.editOf(title)}
      changes={isReady ? changes : null}
      onWrong={() => {
        setFailed(true);
        focusField(`${id}-${wrong[0] ?? 'title'}`);
      }}
      close={close}
      showsEffects={false}
    >
      <FormHeading>{words.editOf(title)}</FormHeading>
      <LineField
        name={`${id}-title`}
        label={words.fields.title}
        value={typed.title}
        error={error('title', 'title') ?? (hasFailed && changes.length === 0 ? words.unchanged : undefined)}
        size="middle"
        autoComplete="off"
        maxLength={60}
        onChange={(text) => change({ title: text })}
      />
      <ChoiceField
        label={words.group}
        value={typed.group}
        onChange={(group) => change({ group })}
        options={[
          { value: '', label: words.whole },
          ...groups.map(([group, one]) => ({ value: group, label: one.title })),
          { value: NEW_GROUP, label: words.newGroup },
        ]}
      />
      {typed.group === NEW_GROUP && (
        <LineField
          name={`${id}-groupTitle`}
          label={words.groupTitle}
          value={typed.groupTitle}
          error={error('groupTitle', 'title')}
          size="middle"
          autoComplete="off"
          maxLength={60}
          onChange={(groupTitle) => change({ groupTitle })}
        />
      )}
      {isNumber && !fitted && (
        <LineField
          name={`${id}-preset`}
          label={words.fields.preset}
          value={typed.preset}
          error={error('preset', 'preset')}
          starred={false}
          size="middle"
          autoComplete="off"
          maxLength={7}
          note={<span className="quiet">{words.presetHint}</span>}
          onChange={(text) => change({ preset: text.trim().normalize('NFKC') })}
        />
      )}
      {isReady && changes.map((one) => <p key={one.kind}>{sentenceOf(one)}</p>)}
    </ChangeForm>
  );
}
