import { DatePicker } from 'antd';
import { useMemo } from 'react';
import { DATE, dateFormats, MONTH, monthFormats, parseDay } from './dates.ts';
import { NoneButton } from './NoneButton.tsx';
import { described, type Widget, type WidgetProps } from './widget.ts';

type Kind = { picker: 'date' | 'month'; stored: string; typed: string[] };

const picker = ({ picker: kind, stored, typed }: Kind) =>
  function DayWidget(props: WidgetProps) {
    const { value, onChange, readOnly, options } = props;
    // The same day in a new object would make the picker forget what is being typed.
    const held = useMemo(() => parseDay(value, stored), [value]);
    return (
      <div className="with-none">
        <DatePicker
          {...described(props)}
          className="full"
          picker={kind}
          format={typed}
          value={held}
          onChange={(day) => onChange(day && !Array.isArray(day) ? day.format(stored) : undefined)}
          disabled={readOnly}
          suffixIcon={null}
          placeholder={options.none && value === options.none ? options.none : stored}
          preserveInvalidOnBlur
        />
        <NoneButton {...props} />
      </div>
    );
  };

export const date: Widget = {
  name: 'date',
  component: picker({ picker: 'date', stored: DATE, typed: dateFormats }),
  fits: ({ format }) => format === 'date',
};

export const month: Widget = {
  name: 'month',
  component: picker({ picker: 'month', stored: MONTH, typed: monthFormats }),
  fits: ({ format }) => format === 'month',
};
