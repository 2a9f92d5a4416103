import { LoadingOutlined } from '@ant-design/icons';
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import './basics.css';

type Props = Pick<ButtonHTMLAttributes<HTMLButtonElement>, 'lang' | 'onClick'> & {
  /** `text`: without a frame, among links. */
  kind?: 'primary' | 'text' | 'framed';
  size?: 'small' | 'middle' | 'large';
  /** Sends the form that it stands in. */
  submits?: boolean;
  /** As wide as what it stands in. */
  wide?: boolean;
  /** What it does is being done: it turns, and takes no press. */
  busy?: boolean;
  children: ReactNode;
};

/** A button. */
export function Action({ kind = 'framed', size = 'middle', submits, wide, busy, children, ...rest }: Props) {
  const classes = ['action', kind, size, wide && 'wide-action', busy && 'busy'].filter(Boolean).join(' ');
  return (
    <button
      {...rest}
      type={submits ? 'submit' : 'button'}
      className={classes}
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
    >
      {busy && <LoadingOutlined aria-hidden="true" />}
      <span>{children}</span>
    </button>
  );
}
