import { Checkbox } from 'antd';
import { ownChoices } from '#core/form/index.ts';
import type { Json } from '#core/model/index.ts';
import { groupChoices, reasonIds } from './Refusals.tsx';
import { described, type Widget, type WidgetProps } from './widget.ts';

const chosen = (value: Json | undefined): (string | number)[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string' || typeof item === 'number') : [];

function CheckboxesWidget(props: WidgetProps) {
  const { id, value, onChange, readOnly } = props;
  const { 'aria-describedby': note } = described(props);
  const notes = `${note} ${reasonIds(props)}`.trim();
  return (
    <fieldset
      className="plain"
      id={id}
      aria-labelledby={`${id}~label`}
      aria-describedby={notes}
      tabIndex={-1}
    >
      <Checkbox.Group
        value={chosen(value)}
        onChange={(next) => onChange([...next])}
        options={groupChoices(props) ?? []}
        disabled={readOnly}
      />
    </fieldset>
  );
}

export const checkboxes: Widget = {
  name: 'checkboxes',
  component: CheckboxesWidget,
  group: true,
  fits: ({ type, items }) =>
    type === 'array' && items !== undefined && Boolean(items.code ?? ownChoices(items)),
};
