import { CalendarOutlined, ClockCircleOutlined } from '@ant-design/icons';
import { lazy, Suspense } from 'react';
import { formWords, useWords } from '#renderer/locales/index.ts';
import type { Picker } from './picker.ts';

/** The calendar is far larger than all other widgets, and most dates are typed. */
const load = () => import('./CalendarPanel.tsx');
const CalendarPanel = lazy(load);

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
        onPointerEnter={load}
        onClick={() => setOpen(!open)}
      >
        <Icon aria-hidden="true" />
      </button>
      {open && (
        <Suspense>
          <CalendarPanel
            name={name}
            picker={picker}
            written={written}
            text={text}
            setOpen={setOpen}
            pick={pick}
          />
        </Suspense>
      )}
    </>
  );
}
