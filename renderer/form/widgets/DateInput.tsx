import { type KeyboardEvent, useState } from 'react';
import type { Json } from '#core/model/index.ts';
import { Calendar } from './Calendar.tsx';
import { LineInput } from './LineInput.tsx';
import type { Picker } from './picker.ts';
import { useTyped } from './useTyped.ts';
import type { WidgetProps } from './widget.ts';

/** What a date or time looks like: `written` as in `YYYY-MM-DD`, and how what is typed is read and written again. */
export type DateKind = {
  picker: Picker;
  written: string;
  hint: string;
  read: (text: string) => Json | undefined;
  write?: (value: Json | undefined) => string;
};

type Props = { field: WidgetProps; kind: DateKind; id?: string; name?: string };

/** A date as a line of text, with a calendar beside it. Alt and the arrow down open it, as in any box with a list. */
export function DateInput({ field, kind, id = field.id, name }: Props) {
  const { value, onChange, readOnly, options } = field;
  const [open, setOpen] = useState(false);
  const typed = useTyped({
    value,
    field: options,
    read: kind.read,
    commit: onChange,
    ...(kind.write && { write: kind.write }),
  });
  const focus = () => document.getElementById(id)?.focus();
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' || !event.altKey || readOnly) return;
    event.preventDefault();
    setOpen(true);
  };
  const show = (next: boolean) => {
    setOpen(next);
    if (!next) focus();
  };
  return (
    <LineInput field={field} typed={typed} id={id} placeholder={kind.hint} name={name} onKey={keys}>
      {!readOnly && (
        <Calendar
          label={name ?? field.label}
          picker={kind.picker}
          written={kind.written}
          text={typed.text}
          open={open}
          setOpen={show}
          pick={(text) => {
            onChange(kind.read(text));
            show(false);
          }}
        />
      )}
    </LineInput>
  );
}
