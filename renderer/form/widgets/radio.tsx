import { Radio } from 'antd';
import { ownChoices } from '#core/form/index.ts';
import { formWords, useWords } from '#renderer/locales/index.ts';
import { groupChoices, reasonIds } from './Refusals.tsx';
import { described, type Widget, type WidgetProps } from './widget.ts';

/** One of a list; what is true or not is answered with yes or no, where the definition has no words of its own. */
function RadioWidget(props: WidgetProps) {
  const { id, value, onChange, readOnly } = props;
  const words = useWords(formWords);
  const { 'aria-describedby': note } = described(props);
  const notes = `${note} ${reasonIds(props)}`.trim();
  const truths = [
    { value: true, label: words.yes },
    { value: false, label: words.no },
  ];
  return (
    <div id={id} role="radiogroup" aria-labelledby={`${id}~label`} aria-describedby={notes} tabIndex={-1}>
      <Radio.Group
        name={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        options={groupChoices(props) ?? truths}
        disabled={readOnly}
      />
    </div>
  );
}

const FEW = 4;
const MANY = FEW + 1;

export const radio: Widget = {
  name: 'radio',
  component: RadioWidget,
  group: true,
  fits: (schema) => schema.type !== 'array' && (ownChoices(schema)?.length ?? MANY) <= FEW,
};
