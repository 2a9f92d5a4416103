import { useMemo } from 'react';
import type { FieldSchema, Json } from '#core/model/index.ts';
import { readAnswer, writeAnswer } from '#core/normalise/index.ts';
import { DateInput, type DateKind } from './DateInput.tsx';
import { NoneButton } from './NoneButton.tsx';
import type { Picker } from './picker.ts';
import type { Widget, WidgetProps } from './widget.ts';

/** What is stored of it, and how it is written in the field. */
type Kind = { format: string; picker: Picker; written: string };

/** A date or time as a line of text; a date and time as the clocks of the programme show it. */
const dateWidget = ({ format, picker, written }: Kind) =>
  function DateWidget(props: WidgetProps) {
    const { none, words, timeZone } = props.options;
    const kind = useMemo((): DateKind => {
      const field: FieldSchema = {
        type: 'string',
        format,
        ...(none !== undefined && { none }),
        ...(words && { words }),
      };
      return {
        picker,
        written,
        hint: written,
        read: (text: string) => readAnswer(field, text, { timeZone }),
        write: (value: Json | undefined) => writeAnswer(value, field, timeZone),
      };
    }, [none, words, timeZone]);
    return (
      <div className="with-none">
        <DateInput field={props} kind={kind} />
        <NoneButton {...props} />
      </div>
    );
  };

export const date: Widget = {
  name: 'date',
  component: dateWidget({ format: 'date', picker: 'date', written: 'YYYY-MM-DD' }),
  fits: ({ format }) => format === 'date',
};

export const month: Widget = {
  name: 'month',
  component: dateWidget({ format: 'month', picker: 'month', written: 'YYYY-MM' }),
  fits: ({ format }) => format === 'month',
};

export const time: Widget = {
  name: 'time',
  component: dateWidget({ format: 'time', picker: 'time', written: 'HH:mm' }),
  fits: ({ format }) => format === 'time',
};

export const dateTime: Widget = {
  name: 'dateTime',
  component: dateWidget({ format: 'date-time', picker: 'dateTime', written: 'YYYY-MM-DD HH:mm' }),
  fits: ({ format }) => format === 'date-time',
};
