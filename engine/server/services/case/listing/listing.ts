import { bareFacts, resolveAnswers } from '#core/evaluate/index.ts';
import { sameJson } from '#core/json/index.ts';
import type { CaseState, Json } from '#core/model/index.ts';
import { caseFactsOf } from '#core/route/index.ts';
import { type Services, zoned } from '#server/services/ground/index.ts';
import { type CaseRecord, cases, type Tx } from '#server/store/index.ts';
import { applicationOf, type LoadedCase } from '../loaded-case.ts';
import { summaryValues } from '../summary.ts';
import { listingFollows } from './reads.ts';

type Listed = Pick<
  LoadedCase,
  'record' | 'edition' | 'category' | 'route' | 'sections' | 'files' | 'strikes'
>;

/**
 * What lists are to show of a case in this state, as it is written beside it: the values of the form's `summary`, masked
 * and then sealed where they are sensitive. Null = lists do not have it, or it is computed each time that it is read.
 */
export function listingOf(services: Services, loaded: Listed, state: CaseState): Json {
  const { record, edition, category, route } = loaded;
  if (isDraft(record, state) || !listingFollows(edition, category)) return null;
  const now = zoned(services.clock(), edition.definition.programme.timeZone);
  const facts = { ...bareFacts(edition, now), case: caseFactsOf(route, state) };
  const { values } = resolveAnswers(edition, applicationOf(loaded), facts);
  return summaryValues(category, values, services.secrets.seal);
}

/** Nobody is shown what is still being filled in. */
const isDraft = ({ subject }: CaseRecord, { context }: CaseState): boolean =>
  subject === 'application' && context.round === 0;

/** Writes what lists show of a case whose answers have changed outside of its steps, where that is another now. */
export async function listAgain(
  services: Services,
  tx: Tx,
  before: LoadedCase,
  after: LoadedCase,
): Promise<void> {
  const [old, now] = [before, after].map((one) => listingOf(unsealed(services), one, one.state));
  if (now === null || now === undefined || sameJson(old ?? null, now)) return;
  await cases.list(tx, after.record.id, listingOf(services, after, after.state));
}

/** What is sealed twice is never the same. */
const unsealed = (services: Services): Services => ({
  ...services,
  secrets: { ...services.secrets, seal: (value: Json) => value },
});
