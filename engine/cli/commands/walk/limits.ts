import type { CaseState, CompiledEdition, CompiledRoute, Effect, RuleData } from '#core/model/index.ts';
import { eventTitle, isOver, lapse, limitEvent, timeLimits } from '#core/route/index.ts';

type WalkedLimit = { title: string; next: CaseState; effects: Effect[] };

const DAY = 86_400_000;
/** Limits that follow each other; more of them go in a circle. */
const MOST = 100;

/** The time limits of a case that are over by a moment, each fired when it was. */
export function* limitsUntil(
  edition: CompiledEdition,
  route: CompiledRoute,
  from: CaseState,
  now: string,
  factsAt: (state: CaseState, moment: string) => RuleData,
): Generator<WalkedLimit> {
  const { locale } = edition.definition.programme;
  let state = from;
  for (let walked = 0; walked < MOST; walked += 1) {
    const over = timeLimits(edition, route, state, factsAt(state, now)).filter(({ at }) => isOver(at, now));
    const moments = [...over.map(({ at }) => momentOf(at, now)), now];
    let lapsed: ReturnType<typeof lapse> = null;
    for (const moment of moments)
      lapsed ??= lapse(edition, route, state, { ...factsAt(state, moment), now: moment });
    if (!lapsed) return;
    state = lapsed.next;
    yield { ...lapsed, title: eventTitle(route.definition, limitEvent(lapsed.key), locale) };
  }
}

/** When a limit is over, with the offset that the script's times have. */
function momentOf(at: string, now: string): string {
  const offset = /(?:Z|[+-]\d{2}:\d{2})$/.exec(now)?.[0] ?? 'Z';
  const isDay = at.length === 'YYYY-MM-DD'.length;
  const end = isDay ? Date.parse(`${at}T00:00:00${offset}`) + DAY : Date.parse(at);
  const ahead = Date.parse('1970-01-01T00:00:00Z') - Date.parse(`1970-01-01T00:00:00${offset}`);
  return new Date(end + ahead).toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length) + offset;
}
