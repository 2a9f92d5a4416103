import { Checkbox } from 'antd';
import { RequiredMark } from '#renderer/frame/index.ts';
import { described, type Widget, type WidgetProps } from './widget.ts';

function CheckboxWidget(props: WidgetProps) {
  const { value, onChange, readOnly, label } = props;
  return (
    <Checkbox
      {...described(props)}
      checked={value === true}
      disabled={readOnly}
      onChange={(event) => onChange(event.target.checked)}
    >
      {label}
      {props.required && !readOnly && <RequiredMark />}
    </Checkbox>
  );
}

export const checkbox: Widget = {
  name: 'checkbox',
  component: CheckboxWidget,
  group: true,
  labelled: true,
  showsItself: true,
  fits: ({ type }) => type === 'boolean',
};
