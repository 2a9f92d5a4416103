import { foldWidths } from '#core/text/index.ts';
import { written } from './locales/written.ts';
import { inDigits } from './written-dates.ts';

const { hour: HOUR, minute: MINUTE, second: SECOND, half, quarter, parts } = written;

const PART = Object.keys(parts)
  .map((word) => word.replaceAll('.', '\\.'))
  .join('|');
const patternOf = (clock: string, isNamed = '?') =>
  new RegExp(`^(?:(?<before>${PART})\\s*)?${clock}(?:\\s*(?<after>${PART}))${isNamed}$`, 'i');

/** How times are written: with marks, with words, in digits alone, as an hour of a part of the day. */
const CLOCKS = [
  patternOf('(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?:[:.](?<second>\\d{2}))?'),
  patternOf(
    `(?<hour>\\d{1,2})\\s*[${HOUR}](?:\\s*(?<minute>\\d{1,2})[${MINUTE}]?)?(?:\\s*(?<second>\\d{1,2})${SECOND})?`,
  ),
  patternOf('(?<hour>\\d{1,2})(?<minute>\\d{2})'),
  patternOf('(?<hour>\\d{1,2})', ''),
];

/** Half and quarter hours as minutes: 9点半, 9点一刻. */
const SHARES: [RegExp, string][] = [
  [new RegExp(`(?<=[${HOUR}])${half}$`), '30'],
  [new RegExp(`(?<=[${HOUR}])1${quarter}$`), '15'],
  [new RegExp(`(?<=[${HOUR}])3${quarter}$`), '45'],
];

/**
 * The seconds since midnight at which a clock shows this, in any of the usual ways: `9:30`, `09.30`, `0930`, `9:30 pm`,
 * 9点半, 下午3点一刻. Null where the text writes none, or an hour that no clock or no such part of the day has.
 */
export function readClock(text: string): number | null {
  const plain = inDigits(foldWidths(text)).trim();
  const minuted = SHARES.reduce((one, [share, minutes]) => one.replace(share, minutes), plain);
  const found = CLOCKS.map((clock) => clock.exec(minuted)?.groups).find((groups) => groups !== undefined);
  if (found === undefined || (found.before && found.after)) return null;
  const { hour, minute = '0', second = '0', before, after } = found;
  const hours = hourOf(Number(hour), before ?? after);
  if (hours === null || Number(minute) > 59 || Number(second) > 59) return null;
  return hours * 3600 + Number(minute) * 60 + Number(second);
}

/** Which hour of 24 an hour is in a part of the day; null where it has none such. */
const HOURS: Record<string, (hour: number) => number | null> = {
  night: (hour) => (hour === 12 ? 0 : among(hour, 0, 5)),
  morning: (hour) => among(hour, 0, 11),
  noon: (hour) => among(hour, 10, 14) ?? among(hour + 12, 13, 14),
  afternoon: (hour) => among(hour, 12, 23) ?? among(hour + 12, 13, 23),
  evening: (hour) => among(hour, 17, 23) ?? among(hour + 12, 17, 23),
  am: (hour) => (hour === 12 ? 0 : among(hour, 0, 11)),
};

const among = (hour: number, least: number, most: number): number | null =>
  hour >= least && hour <= most ? hour : null;

function hourOf(hour: number, word: string | undefined): number | null {
  const [, part] = Object.entries(parts).find(([known]) => known === word?.toLowerCase()) ?? [];
  return part === undefined ? among(hour, 0, 23) : (HOURS[part]?.(hour) ?? null);
}

/** A time of day as it is stored, `09:30`; null where the text writes none, or one that has seconds. */
export function readTime(text: string): string | null {
  const seconds = readClock(text);
  return seconds === null || seconds % 60 !== 0 ? null : writeClock(seconds);
}

/** Seconds since midnight as a clock shows them; whole minutes without seconds. */
export function writeClock(seconds: number): string {
  const shown = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return (seconds % 60 === 0 ? shown : [...shown, seconds % 60])
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
