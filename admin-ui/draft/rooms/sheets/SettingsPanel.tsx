import { useId, useState } from 'react';
import type { CompiledEdition, SheetDefinition } from '#core/model/index.ts';
import { sheetWords, useWords } from '#renderer/locales/index.ts';
import { focusField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../../ChangeForm.tsx';
import { useOpenDraft } from '../../DraftContext.tsx';
import { OpenedForm } from '../../OpenedForm.tsx';
import { useOpened } from '../../useUnsent.ts';
import { FrozenStates } from './FrozenStates.tsx';
import { PaperFields } from './PaperFields.tsx';
import { SettingBounds } from './SettingBounds.tsx';
import { PrintSettings } from './set/PrintSettings.tsx';
import { changesOf, type TouchedSheet, touching, typedOf, withTouched, wrongIn } from './settings.ts';

type Props = { edition: CompiledEdition; sheet: SheetDefinition; template: string };

/** What holds for a sheet as a whole: its paper, how it is printed, where it is frozen, what can be set for printing. */
export function SettingsPanel({ edition, sheet, template }: Props) {
  const words = useWords(sheetWords);
  const { cycle, isOpen } = useOpenDraft();
  const name = `sheet/${sheet.id}/settings`;
  const [touched, open] = useOpened<TouchedSheet>(name);
  const [isWrong, setWrong] = useState(false);
  const id = useId();
  const typed = withTouched(typedOf(sheet), touched ?? {});
  const changes = changesOf(sheet, typed, cycle);
  const wrong = wrongIn(typed);
  // A number that is still being typed is not reported.
  const reported = isWrong ? wrong : [];
  const put = (patch: TouchedSheet) => open(touching(touched ?? {}, patch));
  return (
    <section aria-label={words.view.settings} className="sheet-settings">
      <fieldset className="plain" disabled={!isOpen}>
        <PaperFields id={id} typed={typed} put={put} isOpen={isOpen} wrong={reported} />
        <FrozenStates edition={edition} sheet={sheet} typed={typed} put={put} isOpen={isOpen} />
        <PrintSettings sheet={sheet} template={template}>
          {(openForm) => (
            <SettingBounds {...{ id, sheet, typed, put, isOpen }} wrong={reported} open={openForm} />
          )}
        </PrintSettings>
      </fieldset>
      {touched && (changes === null || changes.length > 0) && (
        <OpenedForm name={name}>
          <ChangeForm
            label={words.saveSettings}
            changes={changes}
            onWrong={() => {
              setWrong(true);
              focusField(`${id}-${wrong[0]}`);
            }}
            close={() => open(null)}
            showsEffects={false}
          >
            {null}
          </ChangeForm>
        </OpenedForm>
      )}
    </section>
  );
}
