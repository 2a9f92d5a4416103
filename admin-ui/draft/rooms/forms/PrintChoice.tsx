import { useMemo } from 'react';
import type { SectionDefinition } from '#core/model/index.ts';
import { draftFormsWords, useWords } from '#renderer/locales/index.ts';
import { ChoiceField } from '../../ChoiceField.tsx';
import { useOpenDraft } from '../../DraftContext.tsx';
import { filesOfCycle } from '../../model/files.ts';
import type { FieldRow } from './model/fields.ts';
import { printLines } from './model/print-lines.ts';

type Props = {
  rows: FieldRow[];
  section: SectionDefinition;
  prints: Record<string, string>;
  onChange: (prints: Record<string, string>) => void;
};

/** On which sheets a new field is printed, and below which line of each. */
export function PrintChoice({ rows, section, prints, onChange }: Props) {
  const words = useWords(draftFormsWords);
  const { edition, files, cycle } = useOpenDraft();
  const lines = useMemo(
    () => printLines(filesOfCycle(files, cycle), cycle, section, rows),
    [files, cycle, section, rows],
  );
  return (
    <>
      {lines.map(({ sheet, fields }) => (
        <ChoiceField
          key={sheet}
          label={words.printBelow(edition.definition.sheets.find(({ id }) => id === sheet)?.title ?? sheet)}
          value={prints[sheet] ?? ''}
          onChange={(like) => onChange(withPrint(prints, sheet, like))}
          options={[
            { value: '', label: words.notPrinted },
            ...fields.map(({ field, title }) => ({ value: field, label: title })),
          ]}
        />
      ))}
    </>
  );
}

function withPrint(prints: Record<string, string>, sheet: string, like: string): Record<string, string> {
  const { [sheet]: _before, ...others } = prints;
  return like === '' ? others : { ...others, [sheet]: like };
}
