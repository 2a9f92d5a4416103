import type { EditionSettings } from '#core/model/index.ts';
import type { CycleWindow } from './cycle-window.ts';

/** How long the answers of a cycle are retained after it has closed. */
export type Term = {
  years: number;
  /** When the last who may has handed in: ISO text. */
  closedAt: string;
};

/**
 * The term that an edition sets for the answers of its cycle. Null: it sets none, or the cycle has no end, and they are
 * retained for ever.
 */
export function termOf({ retention }: EditionSettings, window: CycleWindow): Term | null {
  const years = retention?.years;
  if (years === undefined || Number.isNaN(Date.parse(window.returnedUntil))) return null;
  return { years, closedAt: window.returnedUntil };
}

/**
 * When the term of something is over that has last changed at `changedAt`: whatever happens after the closing lets the
 * term begin anew. ISO text in UTC; the 29th of February ends on the 1st of March where there is none.
 */
export function termEnd({ years, closedAt }: Term, changedAt = closedAt): string {
  const end = new Date(Math.max(Date.parse(closedAt), Date.parse(changedAt)));
  end.setUTCFullYear(end.getUTCFullYear() + years);
  return end.toISOString();
}
