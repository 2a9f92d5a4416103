import { CalendarOutlined } from '@ant-design/icons';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import { formWords, useWords } from '#renderer/locales/index.ts';

dayjs.extend(customParseFormat);

type Props = {
  label: string;
  picker: 'date' | 'month';
  /** How the day is written in the field. */
  written: string;
  text: string;
  open: boolean;
  setOpen: (open: boolean) => void;
  pick: (text: string) => void;
};

/**
 * The calendar beside a date that is typed: whoever types never meets it, Tab passes it by, and it fills the field in
 * whole days or months.
 */
export function Calendar({ label, picker, written, text, open, setOpen, pick }: Props) {
  const words = useWords(formWords);
  const shown = dayjs(text, written, true);
  return (
    <>
      <button
        type="button"
        className="calendar"
        tabIndex={-1}
        aria-label={`${label} ${words.calendar}`}
        aria-expanded={open}
        // The press would take the focus out of the field, and close what the click is to open.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setOpen(!open)}
      >
        <CalendarOutlined aria-hidden="true" />
      </button>
      {open && (
        <DatePicker
          open
          autoFocus
          inputReadOnly
          className="calendar-anchor"
          aria-label={`${label} ${words.calendar}`}
          picker={picker}
          value={shown.isValid() ? shown : null}
          onChange={(day) => day && !Array.isArray(day) && pick(day.format(written))}
          onOpenChange={setOpen}
        />
      )}
    </>
  );
}
