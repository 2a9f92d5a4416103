import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { offsetAt } from '#core/vocabulary/index.ts';

type Times = {
  /** `2026-03-01 09:05`; empty for no date, what cannot be read as it stands. */
  formatTime: (iso: string | null | undefined) => string;
  /** `10:42:07`, for what happened just now. */
  formatClock: (iso: string) => string;
  /** The moment that somebody has written as `2026-03-01 09:05`, at these seconds; null for what is none. */
  momentOf: (text: string, seconds: number) => string | null;
};

const MINUTE = 60_000;

/** Writes times in a time zone, or without one in that of the computer. */
function timesIn(timeZone: string | undefined): Times {
  const ahead = (at: number): number =>
    MINUTE * (timeZone === undefined ? -new Date(at).getTimezoneOffset() : offsetAt(at, timeZone));
  // What the clocks there show, written as if it were UTC.
  const shownAt = (at: number): string => new Date(at + ahead(at)).toISOString();
  return {
    formatTime: (iso) => {
      if (!iso) return '';
      const at = Date.parse(iso);
      return Number.isNaN(at) ? iso : shownAt(at).slice(0, 'YYYY-MM-DD HH:MM'.length).replace('T', ' ');
    },
    formatClock: (iso) => shownAt(Date.parse(iso)).slice('YYYY-MM-DDT'.length, -'.000Z'.length),
    momentOf: (text, seconds) => {
      const local = localMoment(text, seconds);
      return local === null ? null : new Date(local - ahead(local)).toISOString();
    },
  };
}

const WRITTEN = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?\s+(\d{1,2})[:：](\d{2})$/;

/** Date and time as if they were written in UTC; null where no calendar or clock has them. */
function localMoment(text: string, seconds: number): number | null {
  const [, year, ...rest] = WRITTEN.exec(text.trim().normalize('NFKC')) ?? [];
  if (year === undefined) return null;
  const [month, day, hour, minute] = rest.map((part) => part.padStart(2, '0'));
  const written = `${year}-${month}-${day}T${hour}:${minute}`;
  const at = Date.parse(`${written}:${String(seconds).padStart(2, '0')}Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(written) ? at : null;
}

const TimesContext = createContext(timesIn(undefined));

/** Times inside are shown in the programme's own time zone, whatever the time zone of the computer. */
export function TimesProvider({ timeZone, children }: { timeZone: string | undefined; children: ReactNode }) {
  const times = useMemo(() => timesIn(timeZone), [timeZone]);
  return <TimesContext value={times}>{children}</TimesContext>;
}

export const useTimes = (): Times => useContext(TimesContext);

/** What is left until a moment, in whole days and hours; null when it is over. */
export function timeLeft(until: string, now: number): { days: number; hours: number } | null {
  const left = new Date(until).getTime() - now;
  if (Number.isNaN(left) || left <= 0) return null;
  const hours = Math.floor(left / 3_600_000);
  return { days: Math.floor(hours / 24), hours: hours % 24 };
}
