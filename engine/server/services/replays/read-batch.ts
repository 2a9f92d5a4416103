import type { FormHashes } from '#core/draft/index.ts';
import type { CycleDefinition } from '#core/model/index.ts';
import { draftOf, draftSteps, rulesWithoutCase, textsOf } from '#server/services/drafts/index.ts';
import type { Replaying, Services } from '#server/services/ground/index.ts';
import { type CaseRecord, cases, type Replay, readTogether, type Tx } from '#server/store/index.ts';
import { likenessOf } from './alike.ts';
import { type Prepared, prepare, type Way } from './replay-case.ts';

const PAGE = 100;

type TextFiles = Awaited<ReturnType<typeof textsOf>>;
/** What every page of applications is read with. */
export type Run = { files: TextFiles; replaying: Replaying; way: Way | null };
/** The same, with what is known of the draft's forms. */
type Reading = Run & { forms: FormHashes; watched: ReadonlySet<string> };
/**
 * A page of applications, each carried to the draft where anything can come out otherwise; `end`: the last of them,
 * `read`: how many there were.
 */
export type Batch = { end: string; read: number; records: CaseRecord[]; prepared: (Prepared | 'alike')[] };

/** What applications are read with under the files that a replay is of. */
export async function openRun(
  services: Services,
  { draft, source, cycle, target, mode }: Replay,
): Promise<Run> {
  const files = await textsOf(services.db, source);
  const record = await draftOf(services, services.db, draft);
  const [way, unreached, calendar] = await Promise.all([
    draftSteps(services, record, { source, cycle: target }),
    rulesWithoutCase(services, { ...record, source }),
    mode === 'rules' ? calendarOf(services, cycle) : null,
  ]);
  const watched = unreached
    .filter((one) => one.cycle === target)
    .map(({ key, section, rule, forms }) => ({ key, section, rule, forms }));
  return { files, replaying: { source, cycle: target, calendar, watched }, way };
}

/** The same, and by what the draft's forms can be told apart. */
export async function openReading(services: Services, replay: Replay): Promise<Reading> {
  const run = await openRun(services, replay);
  const { watched, ...under } = run.replaying;
  const forms = (await services.drafting.forms(under, run.files)) ?? {};
  return { ...run, forms, watched: new Set(watched.flatMap((one) => one.forms.map(({ id }) => id))) };
}

/** The year and days of the cycle that the applications are of. */
async function calendarOf({ editions }: Services, wanted: string): Promise<CycleDefinition | null> {
  const found = (await editions.cycles()).find(({ cycle }) => cycle === wanted);
  return found?.editions[0]?.definition.edition.cycle ?? null;
}

/** The next page of applications; null where there is none. */
export async function readBatch(
  services: Services,
  { cycle, reached }: Replay,
  run: Reading,
): Promise<Batch | null> {
  const page = await cases.ofCycle(services.db, cycle, reached, PAGE);
  const end = page.at(-1);
  if (!end) return null;
  const records = page.filter(isHandedIn);
  const tx = readTogether(services.db);
  const prepared = await Promise.all(records.map((record) => prepareWhatDiffers(services, tx, record, run)));
  return { end: end.id, read: page.length, records, prepared };
}

async function prepareWhatDiffers(
  services: Services,
  tx: Tx,
  record: CaseRecord,
  { way, ...run }: Reading,
): Promise<Prepared | 'alike'> {
  if (way === null) return null;
  const likeness = await likenessOf(services, record, { ...run, way });
  if (likeness === 'alike') return 'alike';
  return prepare(services, tx, record, way, { outputs: likeness === 'different' });
}

/** What is still being filled in for the first time is nobody else's to read, and its gaps say nothing of the draft. */
const isHandedIn = ({ context }: CaseRecord): boolean => context.round > 0;

/** Whether the draft is asked of it. */
export const isAsked = (one: Batch['prepared'][number]): one is NonNullable<Prepared> =>
  one !== null && one !== 'alike';
