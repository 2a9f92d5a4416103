import type { KeyboardEvent } from 'react';
import type { Json } from '#core/model/index.ts';
import { writeAnswer } from '#core/normalise/index.ts';
import type { Choice } from '../widgets/index.ts';

type Props = {
  id: string;
  label: string;
  value: Json | undefined;
  choices: readonly Choice[];
  readOnly: boolean;
  invalid: boolean;
  onChange: (value: Json | undefined) => void;
};

/** A cell that takes one of a list: the browser's own select, which phones handle best and a full grid renders fast. */
export function CellSelect({ id, label, value, choices, readOnly, invalid, onChange }: Props) {
  if (readOnly) {
    const chosen = choices.find((choice) => choice.value === value);
    return (
      <output id={id} className="cell words" aria-label={label}>
        {chosen?.label ?? writeAnswer(value)}
      </output>
    );
  }
  const stay = (event: KeyboardEvent) => event.stopPropagation();
  return (
    <select
      id={id}
      className="cell"
      value={typeof value === 'boolean' ? String(value) : writeAnswer(value)}
      aria-label={label}
      aria-invalid={invalid || undefined}
      onKeyDown={stay}
      onChange={({ target }) =>
        onChange(choices.find((choice) => String(choice.value) === target.value)?.value)
      }
    >
      <option value="" aria-label={label} />
      {choices.map((choice) => (
        <option key={String(choice.value)} value={String(choice.value)}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
