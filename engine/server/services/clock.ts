/** Where use cases take the time from; tests bring their own. */
export type Clock = () => Date;

/** A moment as rules compare it: ISO date and time in the zone, with its offset (`2026-05-01T09:00:00+08:00`). */
export function zoned(moment: Date, timeZone: string): string {
  const local = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(moment);
  return `${local.replace(' ', 'T')}${offsetOf(moment, timeZone)}`;
}

function offsetOf(moment: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(moment);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  return name === 'GMT' ? '+00:00' : name.slice('GMT'.length);
}
