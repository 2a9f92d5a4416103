/** Keyset page: give `after` of the last page back to go on; null = there is no more. */
export type Page<R> = { rows: R[]; after: string | null };

/** The place after which the next page begins, as one opaque text for links. */
function cursorOf(...values: string[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The values of a cursor; null (the first page) for none and for one that is not ours. */
export function readCursor(cursor: string | null | undefined, length: number): string[] | null {
  if (!cursor) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const sound =
      Array.isArray(values) &&
      values.length === length &&
      values.every((one) => typeof one === 'string' && !one.includes('\0'));
    return sound ? values : null;
  } catch {
    return null;
  }
}

/** A page of `limit` from rows that were read one more than that. */
export function pageOf<R>(rows: R[], limit: number, key: (row: R) => string[]): Page<R> {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, after: rows.length > limit && last ? cursorOf(...key(last)) : null };
}

/** Between 1 and 200, whatever was asked for. */
export function bounded(limit: number): number {
  if (!Number.isInteger(limit)) return 50;
  return Math.min(Math.max(limit, 1), 200);
}
