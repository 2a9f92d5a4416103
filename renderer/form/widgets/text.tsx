import { LineInput } from './LineInput.tsx';
import { NoneButton } from './NoneButton.tsx';
import { useTyped } from './useTyped.ts';
import type { Widget, WidgetProps } from './widget.ts';

function TextWidget(props: WidgetProps) {
  const { value, onChange } = props;
  const typed = useTyped(textOf(value), (text) => onChange(text === '' ? undefined : text));
  return (
    <div className="with-none">
      <LineInput field={props} typed={typed} />
      <NoneButton {...props} />
    </div>
  );
}

/** The value as text; nothing for what is neither text nor number. */
export const textOf = (value: WidgetProps['value']): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

export const text: Widget = { name: 'text', component: TextWidget, fits: ({ type }) => type === 'string' };
