import { useEffect, useRef } from 'react';
import type { Json } from '#core/model/index.ts';
import { readAnswer } from '#core/normalise/index.ts';
import {
  dateRangeKind,
  joinRange,
  monthRangeKind,
  type RangeEnds,
  type RangeKind,
  rangeEnds,
  readEnd,
} from '#core/vocabulary/index.ts';
import { formWords, useWords } from '#renderer/locales/index.ts';
import { DateInput } from './DateInput.tsx';
import { NoneButton } from './NoneButton.tsx';
import type { Widget, WidgetProps } from './widget.ts';

type Kind = { format: string; range: RangeKind; picker: 'date' | 'month'; written: string };

/** Two lines instead of a range picker: they fit a phone, and each can be typed into. */
const rangeWidget = ({ format, range, picker, written }: Kind) =>
  function RangeWidget(props: WidgetProps) {
    const words = useWords(formWords);
    const { value, label, options } = props;
    const schema = {
      type: 'string' as const,
      format,
      ...(options.none !== undefined && { none: options.none }),
    };
    const { ends, put } = useEnds(range, schema, props);
    const side = (which: keyof RangeEnds) => ({
      field: {
        ...props,
        value: ends[which] === '' ? undefined : ends[which],
        onChange: (next: Json | undefined) => put(which, typeof next === 'string' ? next : ''),
      },
      kind: {
        picker,
        written,
        hint: which === 'end' && range.open ? words.untilNow : written,
        read: (text: string) => (isNone(options, text) ? options.none : readEnd(range, text, which)),
      },
      name: `${label} ${which === 'start' ? words.from : words.to}`,
    });
    return (
      <div className="with-none">
        <div className="range">
          <DateInput {...side('start')} />
          <span aria-hidden="true">—</span>
          <DateInput {...side('end')} id={`${props.id}~to`} />
        </div>
        <NoneButton {...props} value={value} />
      </div>
    );
  };

const isNone = ({ none, words }: WidgetProps['options'], text: string): boolean =>
  none !== undefined && [none, words?.[none]].includes(text.trim());

/** Both ends, and what takes a new one: two that are given before the next render are both kept. */
function useEnds(range: RangeKind, schema: { none?: string; format: string }, props: WidgetProps) {
  const { value, onChange } = props;
  const ends = endsOf(range, schema.none, value);
  const latest = useRef(ends);
  useEffect(() => {
    latest.current = endsOf(range, schema.none, value);
  }, [range, schema.none, value]);
  const put = (which: keyof RangeEnds, text: string) => {
    const others = latest.current.start === schema.none ? NO_ENDS : latest.current;
    latest.current = { ...others, [which]: text };
    const joined = text === schema.none ? text : joinRange(range, latest.current);
    onChange(joined === undefined ? undefined : readAnswer({ type: 'string', ...schema }, joined));
  };
  return { ends, put };
}

const NO_ENDS: RangeEnds = { start: '', end: '' };

function endsOf(range: RangeKind, none: string | undefined, value: Json | undefined): RangeEnds {
  if (typeof value !== 'string') return NO_ENDS;
  return value === none ? { start: none, end: '' } : rangeEnds(range, value);
}

export const monthRange: Widget = {
  name: 'monthRange',
  component: rangeWidget({
    format: 'month-range',
    range: monthRangeKind,
    picker: 'month',
    written: 'YYYY.MM',
  }),
  fits: ({ format }) => format === 'month-range',
};

export const dateRange: Widget = {
  name: 'dateRange',
  component: rangeWidget({
    format: 'date-range',
    range: dateRangeKind,
    picker: 'date',
    written: 'YYYY-MM-DD',
  }),
  fits: ({ format }) => format === 'date-range',
};
