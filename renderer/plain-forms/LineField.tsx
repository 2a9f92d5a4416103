import { Input } from 'antd';
import type { ReactNode } from 'react';

type Props = {
  name: string;
  label: string;
  value: string;
  error?: string | undefined;
  /** Always shown below the field. */
  note?: ReactNode;
  secret?: boolean;
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
  autoComplete,
  maxLength,
  onChange,
  onBlur,
}: Props) {
  const Control = secret ? Input.Password : Input;
  const described = [error && `${name}-error`, note && `${name}-note`].filter(Boolean).join(' ');
  return (
    <div className={error ? 'line wrong' : 'line'}>
      <label htmlFor={name}>{label}</label>
      <Control
        id={name}
        name={name}
        size="large"
        value={value}
        maxLength={maxLength}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        status={error ? 'error' : ''}
        aria-required
        aria-invalid={Boolean(error)}
        aria-describedby={described || undefined}
        onChange={(event) => onChange(event.target.value)}
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
