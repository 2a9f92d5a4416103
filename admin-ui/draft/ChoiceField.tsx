import { Select } from 'antd';
import { type ReactNode, useId } from 'react';

type Props = {
  label: string;
  value: string;
  options: { value: string; label: string }[];
  hint?: ReactNode;
  isDisabled?: boolean;
  onChange: (value: string) => void;
};

/** A choice of a hand-laid form, with a line of what it does. */
export function ChoiceField({ label, value, options, hint, isDisabled = false, onChange }: Props) {
  const id = useId();
  return (
    <div className="line">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        className="draft-choice"
        showSearch={{ optionFilterProp: 'label' }}
        disabled={isDisabled}
        value={value}
        onChange={onChange}
        options={options}
      />
      {hint && <p className="hint">{hint}</p>}
    </div>
  );
}
