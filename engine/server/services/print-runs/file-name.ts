/** What a file system refuses, or reads as something else. */
const UNFIT = /[\p{Cc}\p{Cf}\\/:*?"<>|]/gu;
const LONGEST = 80;

/** The name of a sheet in an archive: its number keeps people of one name apart, and the order of the list. */
export function fileNameOf(number: number, name: string): string {
  const fit = [...name.replace(UNFIT, ' ').trim()].slice(0, LONGEST).join('');
  return `${String(number).padStart(3, '0')} ${fit}`.trim().concat('.pdf');
}
