import { CalendarOutlined, ClockCircleOutlined } from '@ant-design/icons';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import { formWords, useWords } from '#renderer/locales/index.ts';

dayjs.extend(customParseFormat);

/** What is picked: a day, a month, a time of day, a day with its time. */
export type Picker = 'date' | 'month' | 'time' | 'dateTime';

type Props = {
  label: string;
  picker: Picker;
  /** How the day is written in the field. */
  written: string;
  text: string;
  open: boolean;
  setOpen: (open: boolean) => void;
  pick: (text: string) => void;
};

/**
 * The calendar beside a date that is typed, or the clock beside a time: whoever types never meets it, Tab passes it by,
 * and it fills the field in whole days, months or minutes.
 */
export function Calendar({ label, picker, written, text, open, setOpen, pick }: Props) {
  const words = useWords(formWords);
  const shown = dayjs(text, written, true);
  const name = `${label} ${picker === 'time' ? words.clock : words.calendar}`;
  const Icon = picker === 'time' ? ClockCircleOutlined : CalendarOutlined;
  return (
    <>
      <button
        type="button"
        className="calendar"
        tabIndex={-1}
        aria-label={name}
        aria-expanded={open}
        // The press would take the focus out of the field, and close what the click is to open.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setOpen(!open)}
      >
        <Icon aria-hidden="true" />
      </button>
      {open && (
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
      )}
    </>
  );
}

/** The present is the browser's, in its own zone: no button offers it. */
function drawnAs(picker: Picker) {
  if (picker === 'date' || picker === 'month') return { picker };
  const clock = { format: 'HH:mm', showNow: false };
  return picker === 'time' ? { picker, ...clock } : { showTime: clock, showNow: false };
}
