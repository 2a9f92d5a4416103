import type { SheetDefinition } from '#core/model/index.ts';
import { settingWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../../../DraftContext.tsx';
import { listedSettings } from '../settings.ts';
import { AddSettingForm } from './AddSettingForm.tsx';
import { EditSettingForm } from './EditSettingForm.tsx';
import { GroupForm } from './GroupForm.tsx';
import { OneChangeForm } from './OneChangeForm.tsx';

/** What is done with the settings of a sheet, and with which of them. */
export type OpenedSetting =
  | { form: 'add' }
  | { form: 'edit' | 'remove'; setting: string }
  | { form: 'group' | 'ungroup'; group: string };

type Props = { sheet: SheetDefinition; template: string; opened: OpenedSetting; close: () => void };

/** The form that is open: one at a time. What somebody else has taken away meanwhile has none. */
export function SettingForms({ sheet, template, opened, close }: Props) {
  const words = useWords(settingWords);
  const { cycle } = useOpenDraft();
  const at = { sheet: sheet.id, cycle };
  if (opened.form === 'add') return <AddSettingForm sheet={sheet} template={template} close={close} />;
  if ('group' in opened) {
    const { group } = opened;
    const title = sheet.settingGroups?.[group]?.title;
    if (title === undefined) return null;
    if (opened.form === 'group') return <GroupForm sheet={sheet} group={group} close={close} />;
    const change = { kind: 'groupSettings', ...at, group, order: [] };
    return (
      <OneChangeForm title={words.ungroup(title)} hint={words.ungroupHint} change={change} close={close} />
    );
  }
  const { setting } = opened;
  const found = settingTitles(sheet).get(setting);
  if (found === undefined) return null;
  if (opened.form === 'edit')
    return <EditSettingForm sheet={sheet} setting={setting} title={found} close={close} />;
  const change = { kind: 'removeSetting', ...at, setting };
  return (
    <OneChangeForm title={words.removeOf(found)} hint={words.removeHint} change={change} close={close} />
  );
}

const settingTitles = (sheet: SheetDefinition): Map<string, string> =>
  new Map(listedSettings(sheet).map(({ name, whole }) => [name, whole]));
