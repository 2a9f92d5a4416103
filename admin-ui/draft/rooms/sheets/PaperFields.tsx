import { Checkbox } from 'antd';
import { sheetWords, useWords } from '#renderer/locales/index.ts';
import { LineField } from '#renderer/plain-forms/index.ts';
import { ChoiceField } from '../../ChoiceField.tsx';
import type { PartProps } from './settings-part.ts';

const SIZES = ['A3', 'A4', 'A5', 'Letter', 'Legal'];
const FORMATS = ['html', 'pdf'];

/** On what paper a sheet is printed, on how many pages at most, and how. `wrong`: what could not be read. */
export function PaperFields({ id, typed, put, isOpen, wrong }: PartProps & { id: string; wrong: string[] }) {
  const words = useWords(sheetWords);
  return (
    <>
      <ChoiceField
        label={words.size}
        isDisabled={!isOpen}
        value={typed.size}
        onChange={(size) => put({ size })}
        options={SIZES.map((size) => ({ value: size, label: size }))}
      />
      <ChoiceField
        label={words.orientation}
        isDisabled={!isOpen}
        value={typed.orientation}
        onChange={(orientation) => put({ orientation })}
        options={Object.entries(words.orientations).map(([value, label]) => ({ value, label }))}
      />
      <LineField
        name={`${id}-margin`}
        label={words.margin}
        value={typed.margin}
        starred={false}
        size="middle"
        autoComplete="off"
        maxLength={40}
        onChange={(margin) => put({ margin })}
      />
      <LineField
        name={`${id}-pages`}
        label={words.most}
        value={typed.pages}
        error={wrong.includes('pages') ? words.wrongNumber : undefined}
        starred={false}
        size="middle"
        autoComplete="off"
        maxLength={3}
        onChange={(pages) => put({ pages: pages.trim().normalize('NFKC') })}
      />
      <fieldset className="plain" id={`${id}-formats`} tabIndex={-1}>
        <legend>{words.formats}</legend>
        <Checkbox.Group
          disabled={!isOpen}
          value={typed.formats}
          onChange={(formats) => put({ formats: FORMATS.filter((one) => formats.includes(one)) })}
          options={FORMATS.map((value) => ({ value, label: words.format[value] ?? value }))}
        />
        {typed.formats.length === 0 && <p className="problem">{words.wrongFormats}</p>}
      </fieldset>
    </>
  );
}
