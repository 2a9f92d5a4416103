import type { InputHTMLAttributes } from 'react';
import './basics.css';

export type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'size' | 'onChange' | 'className'> & {
  size?: 'middle' | 'large';
  /** What stands in it is wrong. */
  wrong?: boolean;
  onChange: (value: string) => void;
};

/** A line to type into. */
export function TextInput({ size = 'middle', wrong = false, onChange, ...rest }: InputProps) {
  return (
    <input
      type="text"
      {...rest}
      className={wrong ? `text-input ${size} wrong-input` : `text-input ${size}`}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
