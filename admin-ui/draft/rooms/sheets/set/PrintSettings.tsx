import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { SheetDefinition } from '#core/model/index.ts';
import { settingWords, sheetWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../../../DraftContext.tsx';
import { OpenedForm } from '../../../OpenedForm.tsx';
import { useOpened } from '../../../useUnsent.ts';
import { type OpenedSetting, SettingForms } from './SettingForms.tsx';

type Props = {
  sheet: SheetDefinition;
  template: string;
  children: (open: (form: OpenedSetting) => void) => ReactNode;
};

/** What can be set for a print: its list, a button for one more, and the form that is open about one of them. */
export function PrintSettings({ sheet, template, children }: Props) {
  const words = useWords(sheetWords);
  const own = useWords(settingWords);
  const { isOpen } = useOpenDraft();
  const name = `sheet/${sheet.id}/setting`;
  const [opened, open] = useOpened<OpenedSetting>(name);
  const begin = (form: OpenedSetting) => {
    open(null);
    open(form);
  };
  return (
    <section aria-label={words.presets} className="print-settings-list">
      <h2>{words.presets}</h2>
      <p className="quiet">{words.presetsHint}</p>
      {sheet.fit && <p className="quiet">{own.fitted}</p>}
      {isOpen && !sheet.fit && <Button onClick={() => begin({ form: 'add' })}>{own.add}</Button>}
      {isOpen && opened && (
        <OpenedForm name={name}>
          <SettingForms
            key={JSON.stringify(opened)}
            sheet={sheet}
            template={template}
            opened={opened}
            close={() => open(null)}
          />
        </OpenedForm>
      )}
      {children(begin)}
    </section>
  );
}
