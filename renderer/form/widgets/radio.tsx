import { Radio } from 'antd';
import { described, type Widget, type WidgetProps } from './widget.ts';

function RadioWidget(props: WidgetProps) {
  const { id, value, onChange, readOnly, options } = props;
  const { 'aria-describedby': note } = described(props);
  return (
    <div id={id} role="radiogroup" aria-labelledby={`${id}~label`} aria-describedby={note} tabIndex={-1}>
      <Radio.Group
        name={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        options={options.choices}
        disabled={readOnly}
      />
    </div>
  );
}

const FEW = 4;

export const radio: Widget = {
  name: 'radio',
  component: RadioWidget,
  group: true,
  fits: ({ type, enum: values }) => type !== 'array' && values !== undefined && values.length <= FEW,
};
