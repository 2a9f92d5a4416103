import { readAnswer } from '#core/normalise/index.ts';
import { DateInput, type DateKind } from './DateInput.tsx';
import { NoneButton } from './NoneButton.tsx';
import type { Widget, WidgetProps } from './widget.ts';

const dateWidget = (picker: 'date' | 'month', written: string) =>
  function DateWidget(props: WidgetProps) {
    const { none } = props.options;
    const kind: DateKind = {
      picker,
      written,
      hint: written,
      read: (text) =>
        readAnswer({ type: 'string', format: picker, ...(none !== undefined && { none }) }, text),
    };
    return (
      <div className="with-none">
        <DateInput field={props} kind={kind} />
        <NoneButton {...props} />
      </div>
    );
  };

export const date: Widget = {
  name: 'date',
  component: dateWidget('date', 'YYYY-MM-DD'),
  fits: ({ format }) => format === 'date',
};

export const month: Widget = {
  name: 'month',
  component: dateWidget('month', 'YYYY-MM'),
  fits: ({ format }) => format === 'month',
};
