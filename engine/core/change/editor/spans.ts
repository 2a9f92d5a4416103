/** What stands on both sides of a span: long enough that it stands nowhere else in the text. */
type Span = { before: string; left: string; right: string };

const STEP = 20;

/** A span by its neighbours, by which it is found before `after` takes its place and afterwards. */
export function spanAt(text: string, start: number, end: number, after: string): Span {
  const before = text.slice(start, end);
  const changed = text.slice(0, start) + after + text.slice(end);
  for (let reach = STEP; ; reach *= 2) {
    const left = text.slice(Math.max(0, start - reach), start);
    const right = text.slice(end, end + reach);
    const isFound = isAlone(text, left + before + right) && isAlone(changed, left + after + right);
    if (isFound || (start <= reach && end + reach >= text.length)) return { before, left, right };
  }
}

const isAlone = (text: string, part: string): boolean => text.indexOf(part) === text.lastIndexOf(part);

/** Where a span stands now, by its neighbours; undefined where it does not stand in this text, or stands twice. */
export function findSpan(text: string, { before, left, right }: Span): number | undefined {
  const whole = left + before + right;
  const at = text.indexOf(whole);
  if (at < 0 || text.lastIndexOf(whole) !== at) return undefined;
  return at + left.length;
}
