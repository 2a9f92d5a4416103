/** A page of what was found. */

/** Keyset page: give `after` of the last page back to go on; null = there is no more. */
export type Page<R> = { rows: R[]; after: string | null };
