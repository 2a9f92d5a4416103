/** What stands on both sides of a span: long enough that it stands nowhere else in the text. */
type Span = { before: string; left: string; right: string };

const STEP = 20;

/** A span by its neighbours. */
export function spanAt(text: string, start: number, end: number): Span {
  const before = text.slice(start, end);
  for (let reach = STEP; ; reach *= 2) {
    const left = text.slice(Math.max(0, start - reach), start);
    const right = text.slice(end, end + reach);
    const isAlone = text.indexOf(left + before + right) === text.lastIndexOf(left + before + right);
    if (isAlone || (start <= reach && end + reach >= text.length)) return { before, left, right };
  }
}

/** Where a span stands now, by its neighbours; undefined where it does not stand in this text, or stands twice. */
export function findSpan(text: string, { before, left, right }: Span): number | undefined {
  const whole = left + before + right;
  const at = text.indexOf(whole);
  if (at < 0 || text.lastIndexOf(whole) !== at) return undefined;
  return at + left.length;
}
