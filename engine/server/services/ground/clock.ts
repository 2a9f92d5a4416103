/** The clock of the use cases; tests set their own. */
export type Clock = () => Date;

type Formats = { local: Intl.DateTimeFormat; offset: Intl.DateTimeFormat };
const formats = new Map<string, Formats>();

/** A moment as rules compare it: ISO date and time in the zone, with its offset (`2026-05-01T09:00:00+08:00`). */
export function zoned(moment: Date, timeZone: string): string {
  const { local, offset } = formatsOf(timeZone);
  const name = offset.formatToParts(moment).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  return `${local.format(moment).replace(' ', 'T')}${name === 'GMT' ? '+00:00' : name.slice('GMT'.length)}`;
}

/** Making a format costs far more than using it. */
function formatsOf(timeZone: string): Formats {
  const known = formats.get(timeZone) ?? {
    local: new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }),
    offset: new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }),
  };
  formats.set(timeZone, known);
  return known;
}
