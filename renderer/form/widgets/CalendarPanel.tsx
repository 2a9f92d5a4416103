import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import type { Picker } from './picker.ts';

dayjs.extend(customParseFormat);

type Props = {
  name: string;
  picker: Picker;
  written: string;
  text: string;
  setOpen: (open: boolean) => void;
  pick: (text: string) => void;
};

/** What is picked from, as long as it is open. */
export default function CalendarPanel({ name, picker, written, text, setOpen, pick }: Props) {
  const shown = dayjs(text, written, true);
  return (
    <DatePicker
      open
      autoFocus
      inputReadOnly
      className="calendar-anchor"
      aria-label={name}
      {...drawnAs(picker)}
      value={shown.isValid() ? shown : null}
      onChange={(day) => day && !Array.isArray(day) && pick(day.format(written))}
      onOpenChange={setOpen}
    />
  );
}

/** The present is the browser's, in its own zone: no button offers it. */
function drawnAs(picker: Picker) {
  if (picker === 'date' || picker === 'month') return { picker };
  const clock = { format: 'HH:mm', showNow: false };
  return picker === 'time' ? { picker, ...clock } : { showTime: clock, showNow: false };
}
