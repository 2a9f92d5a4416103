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
import {
  blocksFor,
  type Doing,
  doingsOf,
  type NewSetting,
  settingAdded,
  wrongSetting,
} from './new-setting.ts';

type Props = { sheet: SheetDefinition; template: string; close: () => void };

/** Something more that people may set for a print: what it does, where, what it is called, between which bounds. */
export function AddSettingForm({ sheet, template, close }: Props) {
  const words = useWords(settingWords);
  const { cycle } = useOpenDraft();
  const sentenceOf = useSentenceOf();
  const id = useId();
  const doings = doingsOf(sheet, template, words.doings);
  const [first] = doings;
  const [typed, setTyped] = useUnsent<NewSetting>('new', begun(first, ''));
  const [hasFailed, setFailed] = useState(false);
  const doing = doings.find(({ key }) => key === typed.does) ?? first;
  const blocks = doing ? blocksFor(doing, template) : [];
  const names = [...Object.keys(sheet.settings ?? {}), ...Object.keys(sheet.settingGroups ?? {})];
  const setting = useIdFrom(typed.title.trim(), names, 'setting');
  const change = (patch: Partial<NewSetting>) => setTyped((before) => ({ ...before, ...patch }));
  const wrong = wrongSetting(typed);
  const added = doing ? settingAdded({ sheet, cycle, setting, doing }, typed) : null;
  const choose = (key: string) => {
    const next = doings.find((one) => one.key === key);
    const rooms = next ? blocksFor(next, template) : [];
    const block =
      next?.property === undefined && !rooms.includes(typed.block) ? (rooms[0] ?? '') : typed.block;
    setTyped(begun(next, block));
  };
  return (
    <ChangeForm
      label={words.add}
      changes={added && [added]}
      onWrong={() => {
        setFailed(true);
        focusField(`${id}-${wrong[0]}`);
      }}
      close={close}
      showsEffects={false}
    >
      <FormHeading>{words.add}</FormHeading>
      <ChoiceField
        label={words.does}
        value={typed.does}
        onChange={choose}
        options={doings.map(({ key, title }) => ({ value: key, label: title }))}
        hint={words.doesHint}
      />
      <ChoiceField
        label={words.where}
        value={typed.block}
        onChange={(block) => change({ block })}
        options={[
          ...(doing?.property === undefined ? [] : [{ value: '', label: words.whole }]),
          ...blocks.map((block) => ({ value: block, label: block })),
        ]}
      />
      {(['title', 'minimum', 'maximum', 'preset'] as const).map((field) => (
        <LineField
          key={field}
          name={`${id}-${field}`}
          label={words.fields[field]}
          value={typed[field]}
          error={hasFailed && wrong.includes(field) ? words.wrong[field] : undefined}
          starred={field !== 'preset'}
          size="middle"
          autoComplete="off"
          maxLength={field === 'title' ? 60 : 7}
          note={field === 'preset' ? <span className="quiet">{words.presetHint}</span> : undefined}
          onChange={(text) => change({ [field]: field === 'title' ? text : text.trim().normalize('NFKC') })}
        />
      ))}
      {added && <p>{sentenceOf(added)}</p>}
    </ChangeForm>
  );
}

const begun = (doing: Doing | undefined, block: string): NewSetting => ({
  ...{ does: doing?.key ?? '', block, title: doing?.title ?? '' },
  ...{ minimum: doing?.minimum ?? '', maximum: doing?.maximum ?? '', preset: doing?.preset ?? '' },
});
