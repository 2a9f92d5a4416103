import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { frameWords, useWords } from '#renderer/locales/index.ts';
import type { InputProps } from './TextInput.tsx';
import './basics.css';

/** A line whose text is hidden until somebody presses the eye at its end. */
export function SecretInput({ size = 'middle', wrong = false, onChange, ...rest }: InputProps) {
  const words = useWords(frameWords);
  const [shown, setShown] = useState(false);
  const Eye = shown ? EyeOutlined : EyeInvisibleOutlined;
  return (
    <span className={wrong ? `secret-input ${size} wrong-input` : `secret-input ${size}`}>
      <input
        {...rest}
        type={shown ? 'text' : 'password'}
        onChange={(event) => onChange(event.target.value)}
      />
      <button
        type="button"
        aria-label={shown ? words.hideText : words.showText}
        aria-pressed={shown}
        // The focus stays in the line.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setShown(!shown)}
      >
        <Eye aria-hidden="true" />
      </button>
    </span>
  );
}
