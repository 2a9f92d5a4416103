import { Select } from 'antd';
import { ownChoices } from '#core/form/index.ts';
import { Label, Reasons } from './Refusals.tsx';
import { described, type Widget, type WidgetProps } from './widget.ts';

/** Up to this many entries a list has no search. */
const SHORT = 8;

function SelectWidget(props: WidgetProps) {
  const { value, onChange, readOnly, options, label } = props;
  const choices = (options.choices ?? []).flatMap((choice) =>
    typeof choice.value === 'boolean'
      ? []
      : [{ ...choice, value: choice.value, disabled: choice.reason !== undefined }],
  );
  return (
    <>
      <Select<string | number>
        {...described(props)}
        aria-describedby={
          choices.some(({ reason }) => reason) ? `${props.id}~note ${props.id}~reasons` : `${props.id}~note`
        }
        aria-label={label}
        className="full"
        value={typeof value === 'string' || typeof value === 'number' ? value : null}
        onChange={(next) => onChange(next ?? undefined)}
        options={choices}
        disabled={readOnly}
        allowClear={!props.required}
        showSearch={choices.length > SHORT ? { optionFilterProp: 'label' } : false}
        virtual={choices.length > 60}
        popupMatchSelectWidth={false}
        optionRender={({ data }) => <Label label={String(data.label)} reason={data.reason} />}
      />
      {!readOnly && <Reasons of={props.id} choices={choices} />}
    </>
  );
}

export const select: Widget = {
  name: 'select',
  component: SelectWidget,
  fits: (schema) => schema.type !== 'array' && Boolean(schema.code ?? ownChoices(schema)),
};
