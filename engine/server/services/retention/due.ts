import { type Term, termEnd } from '#core/form/index.ts';
import { type CaseRecord, cases, type Database } from '#server/store/index.ts';
import type { CycleTerm } from './terms.ts';

const PAGE = 100;

/** Whether the term of an application is over at a moment: it has begun at the closing, or at its last event. */
export const isDue = ({ updatedAt }: Pick<CaseRecord, 'updatedAt'>, term: Term, at: Date): boolean =>
  Date.parse(termEnd(term, updatedAt)) <= at.getTime();

/** The applications of a cycle whose term is over at a moment, in order of their id; read page by page. */
export async function* dueCases(
  db: Database,
  { term, editions }: CycleTerm,
  at: Date,
): AsyncGenerator<{ record: CaseRecord; term: Term }> {
  if (term === null || Date.parse(termEnd(term)) > at.getTime()) return;
  const since = yearsBefore(at, term.years);
  for (let last = ''; ; ) {
    const page = await cases.unchangedSince(db, since, editions, last, PAGE);
    for (const record of page) if (isDue(record, term, at)) yield { record, term };
    const end = page.at(-1);
    if (end === undefined) return;
    last = end.id;
  }
}

/** Never too early: what it lets through on a 29th of February is asked one by one. */
function yearsBefore(at: Date, years: number): string {
  const since = new Date(at);
  since.setUTCFullYear(since.getUTCFullYear() - years);
  return since.toISOString();
}
