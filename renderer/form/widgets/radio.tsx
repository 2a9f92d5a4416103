import { Radio } from 'antd';
import { formWords, useWords } from '#renderer/locales/index.ts';
import { described, type Widget, type WidgetProps } from './widget.ts';

/** One of a list; what is true or not is answered with yes or no. */
function RadioWidget(props: WidgetProps) {
  const { id, value, onChange, readOnly, options } = props;
  const words = useWords(formWords);
  const { 'aria-describedby': note } = described(props);
  const truths = [
    { value: true, label: words.yes },
    { value: false, label: words.no },
  ];
  return (
    <div id={id} role="radiogroup" aria-labelledby={`${id}~label`} aria-describedby={note} tabIndex={-1}>
      <Radio.Group
        name={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        options={options.choices ?? truths}
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
