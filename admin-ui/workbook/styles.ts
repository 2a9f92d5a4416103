import { type Entries, readPart } from './parts.ts';

const MONTHS_AND_DAYS = [
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
];
const DAY = 24 * 60 * 60 * 1000;

/** Which of a workbook's styles write a number as a day. */
export async function dayStyles(entries: Entries, path: string): Promise<boolean[]> {
  const own = new Map<string, boolean>();
  const styles: boolean[] = [];
  let isOfCells = false;
  await readPart(entries, path, {
    open(name, { numFmtId = '', formatCode = '' }) {
      if (name === 'numFmt') own.set(numFmtId, isDay(formatCode));
      else if (name === 'cellXfs') isOfCells = true;
      else if (name === 'xf' && isOfCells)
        styles.push(own.get(numFmtId) ?? MONTHS_AND_DAYS.includes(Number(numFmtId)));
    },
    close(name) {
      if (name === 'cellXfs') isOfCells = false;
    },
  });
  return styles;
}

/** A pattern with a year or a day in it, besides what it writes as it stands and what its brackets say. */
const isDay = (pattern: string): boolean => /[yd]/i.test(pattern.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));

/** A day by its number, as `2027-01-31`. Excel counts a 29 February 1900. */
export function dayText(number: number, isSince1904: boolean): string {
  const days = isSince1904 ? number + 1462 : number < 60 ? number + 1 : number;
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * DAY);
  return Number.isNaN(day.getTime()) ? String(number) : day.toISOString().slice(0, 10);
}
