import { Button } from 'antd';
import type { WidgetProps } from './widget.ts';

/** Fills in the word for "there is none", and takes it away again. */
export function NoneButton({ label, value, onChange, readOnly, options }: WidgetProps) {
  const { none } = options;
  if (!none || readOnly) return null;
  const on = value === none;
  const shown = options.words?.[none] ?? none;
  return (
    <Button
      className="none"
      type={on ? 'primary' : 'default'}
      ghost={on}
      aria-pressed={on}
      aria-label={`${label} ${shown}`}
      onClick={() => onChange(on ? undefined : none)}
    >
      {shown}
    </Button>
  );
}
