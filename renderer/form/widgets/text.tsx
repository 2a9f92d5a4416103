import { Input } from 'antd';
import { NoneButton } from './NoneButton.tsx';
import { useTyped } from './useTyped.ts';
import { described, type Widget, type WidgetProps } from './widget.ts';

function TextWidget(props: WidgetProps) {
  const { value, onChange, readOnly, options } = props;
  const typed = useTyped(textOf(value), (text) => onChange(text === '' ? undefined : text));
  return (
    <div className="with-none">
      <Input
        {...described(props)}
        value={typed.text}
        readOnly={readOnly}
        suffix={options.suffix}
        autoComplete="off"
        onChange={(event) => typed.type(event.target.value)}
        onBlur={typed.leave}
      />
      <NoneButton {...props} />
    </div>
  );
}

export const textOf = (value: WidgetProps['value']): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

export const text: Widget = { name: 'text', component: TextWidget, fits: ({ type }) => type === 'string' };
