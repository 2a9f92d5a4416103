import dayjs, { type Dayjs } from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';

dayjs.extend(customParseFormat);

/** How a day is stored. */
export const DATE = 'YYYY-MM-DD';
/** How a month is stored. */
export const MONTH = 'YYYY-MM';
const RANGE_MONTH = 'YYYY.MM';

/** What people type besides the format that is shown. */
export const dateFormats = [
  DATE,
  'YYYY.MM.DD',
  'YYYY.M.D',
  'YYYY/M/D',
  'YYYYMMDD',
  'YYYY-M-D',
  'YYYY年M月D日',
];
export const monthFormats = [MONTH, 'YYYY.MM', 'YYYY.M', 'YYYY/M', 'YYYYMM', 'YYYY-M', 'YYYY年M月'];

/** A date from its stored text; null for anything else, so that a picker shows it empty. */
export function parseDay(text: unknown, format: string): Dayjs | null {
  if (typeof text !== 'string' || text === '') return null;
  const day = dayjs(text, format, true);
  return day.isValid() ? day : null;
}

/** A range as it is typed: either end may be missing still. */
export type Range = { start: Dayjs | null; end: Dayjs | null };

/** `2020.09-2023.07`, or `2020.09-` where the end is open, as two months. */
export function parseMonthRange(text: unknown): Range {
  if (typeof text !== 'string') return { start: null, end: null };
  const [start, end] = text.split('-');
  return { start: parseDay(start, RANGE_MONTH), end: parseDay(end, RANGE_MONTH) };
}

/** Two months as text; undefined without a beginning and an end. */
export function formatMonthRange({ start, end }: Range): string | undefined {
  if (!start && !end) return undefined;
  return `${start?.format(RANGE_MONTH) ?? ''}-${end?.format(RANGE_MONTH) ?? ''}`;
}

/** `2026-03-01/2026-03-07` as two days. */
export function parseDateRange(text: unknown): Range {
  if (typeof text !== 'string') return { start: null, end: null };
  const [start, end] = text.split('/');
  return { start: parseDay(start, DATE), end: parseDay(end, DATE) };
}

/** Two days as text; a missing one leaves its side blank, which validation reports. */
export function formatDateRange({ start, end }: Range): string | undefined {
  if (!start && !end) return undefined;
  return `${start?.format(DATE) ?? ''}/${end?.format(DATE) ?? ''}`;
}
