import type { ReactNode } from 'react';
import { SecretInput, TextInput } from '#renderer/basics/index.ts';
import { RequiredMark } from '#renderer/frame/index.ts';

type Props = {
  name: string;
  label: string;
  value: string;
  error?: string | undefined;
  /** Always shown below the field. */
  note?: ReactNode;
  secret?: boolean;
  size?: 'middle' | 'large';
  /** Where every line must be filled in and there are two of them, no star says so. */
  starred?: boolean;
  autoComplete: string;
  maxLength: number;
  onChange: (value: string) => void;
  onBlur?: () => void;
};

/** A line of a hand-made form: label, input, and the error as a sentence below it. */
export function LineField({
  name,
  label,
  value,
  error,
  note,
  secret,
  starred = true,
  size = 'large',
  autoComplete,
  maxLength,
  onChange,
  onBlur,
}: Props) {
  const Control = secret ? SecretInput : TextInput;
  const described = [error && `${name}-error`, note && `${name}-note`].filter(Boolean).join(' ');
  return (
    <div className={error ? 'line wrong' : 'line'}>
      <label htmlFor={name}>
        {label}
        {starred && <RequiredMark />}
      </label>
      <Control
        id={name}
        name={name}
        size={size}
        value={value}
        maxLength={maxLength}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        wrong={Boolean(error)}
        aria-required
        aria-invalid={Boolean(error)}
        aria-describedby={described || undefined}
        onChange={onChange}
        onBlur={onBlur}
      />
      {error && (
        <p id={`${name}-error`} className="problem">
          {error}
        </p>
      )}
      {note && <div id={`${name}-note`}>{note}</div>}
    </div>
  );
}
