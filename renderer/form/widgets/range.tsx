import { DatePicker } from 'antd';
import type { Dayjs } from 'dayjs';
import { useMemo, useState } from 'react';
import { formWords, useWords } from '#renderer/locales/index.ts';
import {
  DATE,
  dateFormats,
  formatDateRange,
  formatMonthRange,
  monthFormats,
  parseDateRange,
  parseMonthRange,
  type Range,
} from './dates.ts';
import { NoneButton } from './NoneButton.tsx';
import { described, type Widget, type WidgetProps } from './widget.ts';

type Kind = {
  picker: 'date' | 'month';
  typed: string[];
  hint: string;
  openEnd: boolean;
  parse: (text: unknown) => Range;
  format: (range: Range) => string | undefined;
};

/** Two pickers instead of a range picker: they fit a phone, and each can be typed into. */
const rangePicker = (kind: Kind) =>
  function RangeWidget(props: WidgetProps) {
    const words = useWords(formWords);
    const { value, onChange, readOnly, label } = props;
    // The same days in new objects would make the pickers forget what is being typed.
    const stored = useMemo(() => kind.parse(value), [value]);
    const [half, setHalf] = useState<Range>(stored);
    const range = value === undefined ? half : stored;
    const put = (change: Partial<Range>) => {
      const next = { ...range, ...change };
      setHalf(next);
      onChange(kind.format(next));
    };
    const common = {
      picker: kind.picker,
      disabled: readOnly,
      className: 'full',
      suffixIcon: null,
      preserveInvalidOnBlur: true,
    };
    const one = (day: Dayjs | Dayjs[] | null) => (Array.isArray(day) ? null : day);
    return (
      <div className="with-none">
        <div className="range">
          <DatePicker
            {...described(props)}
            {...common}
            aria-label={`${label} ${words.from}`}
            format={kind.typed}
            placeholder={kind.hint}
            value={range.start}
            onChange={(day) => put({ start: one(day) })}
          />
          <span aria-hidden="true">—</span>
          <DatePicker
            {...described(props)}
            {...common}
            id={`${props.id}~to`}
            aria-label={`${label} ${words.to}`}
            format={kind.typed}
            placeholder={kind.openEnd ? words.untilNow : kind.hint}
            value={range.end}
            onChange={(day) => put({ end: one(day) })}
          />
        </div>
        <NoneButton {...props} />
      </div>
    );
  };

const rangeMonths = ['YYYY.MM', ...monthFormats];

export const monthRange: Widget = {
  name: 'monthRange',
  component: rangePicker({
    picker: 'month',
    typed: rangeMonths,
    hint: 'YYYY.MM',
    openEnd: true,
    parse: parseMonthRange,
    format: formatMonthRange,
  }),
  fits: ({ format }) => format === 'month-range',
};

export const dateRange: Widget = {
  name: 'dateRange',
  component: rangePicker({
    picker: 'date',
    typed: dateFormats,
    hint: DATE,
    openEnd: false,
    parse: parseDateRange,
    format: formatDateRange,
  }),
  fits: ({ format }) => format === 'date-range',
};
