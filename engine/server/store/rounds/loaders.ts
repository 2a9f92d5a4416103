import DataLoader from 'dataloader';
import { Memory } from '../memory.ts';
import type {
  CaseEvent,
  CaseRecord,
  CycleWindowRecord,
  EditionRecord,
  FileRow,
  Organisation,
  Position,
  SecondFactor,
  SectionRow,
  Strike,
  TimeLimitRow,
  User,
} from '../records/index.ts';
import { caseSections } from '../repositories/case-sections.ts';
import { cases, type ListedRecord } from '../repositories/cases.ts';
import { cycleWindows } from '../repositories/cycle-windows.ts';
import { editions } from '../repositories/editions.ts';
import { events } from '../repositories/events.ts';
import { files } from '../repositories/files.ts';
import { organisations } from '../repositories/organisations.ts';
import { positions } from '../repositories/positions.ts';
import { secondFactors } from '../repositories/second-factors.ts';
import { strikes } from '../repositories/strikes.ts';
import { timeLimitRows } from '../repositories/time-limits.ts';
import { users } from '../repositories/users.ts';
import type { Tx } from '../tx.ts';

/**
 * What is asked for in one statement at most. Outside of a transaction a batch waits for the turn of the event loop, so
 * that ways of different length meet in it; inside of one nobody is kept waiting for that.
 */
const optionsFor = (tx: Tx) => ({
  maxBatchSize: 512,
  ...(tx.transaction === null && { batchScheduleFn: (read: () => void) => void setImmediate(read) }),
});

/** What is loaded by a key; `prime` gives what was read already. */
type Load<T> = { (tx: Tx, key: string): Promise<T>; prime: (tx: Tx, key: string, value: T) => void };

const plainOrganisation = one<Organisation>('organisations', organisations.byIds);

/**
 * Rows by their key, or by what they belong to. What is asked for in the same tick is read in one statement, and within
 * a transaction, or a `readTogether`, nothing is read twice. Organisations come from the directory.
 */
export const loading = {
  case: one<CaseRecord>('cases', cases.byIds),
  listed: one<ListedRecord>('cases', cases.listedByIds, ({ id }) => id, 'listed'),
  user: one<User>('users', users.byIds),
  secondFactor: one<SecondFactor>('second_factors', secondFactors.ofUsers, ({ userId }) => userId),
  organisation: (tx: Tx, id: string): Promise<Organisation | null> =>
    tx.directory.recall(tx, organisationKey(id), () => plainOrganisation(tx, id)),
  sections: many<SectionRow>('case_sections', caseSections.ofCases),
  files: many<FileRow>('files', files.ofCases),
  strikes: many<Strike>('strikes', strikes.ofCases),
  events: many<CaseEvent>('events', events.ofCases),
  /** The number of its last event; null where it has none. */
  lastEvent: one<{ caseId: string; seq: number }>('events', events.lastOf, ({ caseId }) => caseId, 'last'),
  positions: many<Position>('positions', positions.ofCases),
  timeLimit: one<TimeLimitRow>('time_limits', timeLimitRows.ofCases, ({ caseId }) => caseId),
  /** The applications that a person has begun, newest first. */
  applicationsOf: many<CaseRecord>('cases', cases.ofOwners, ({ ownerUserId }) => ownerUserId ?? ''),
};

/** An organisation was read together with the generation. */
export const primeOrganisation = (tx: Tx, organisation: Organisation): void =>
  tx.directory.put(tx, organisationKey(organisation.id), organisation);

const organisationKey = (id: string): string => `organisation ${id}`;

/** An organisation and those above it, from the root down; nothing where it does not exist. */
export async function loadLine(tx: Tx, id: string): Promise<Organisation[]> {
  const path = (await loading.organisation(tx, id))?.path ?? '';
  const line = await Promise.all(
    path
      .split('/')
      .filter(Boolean)
      .map((one) => loading.organisation(tx, one)),
  );
  return line.flatMap((one) => one ?? []);
}

/** Active children of these organisations, of these kinds, by name. */
export async function loadChildren(tx: Tx, parentIds: string[], kinds: string[]): Promise<Organisation[]> {
  const read = many<Organisation>(
    'organisations',
    (inner, ids) => organisations.childrenOfKinds(inner, ids, kinds),
    ({ parentId }) => parentId ?? '',
    kinds.join(' '),
  );
  const found = await Promise.all(
    parentIds.map((id) => tx.directory.recall(tx, `children ${id} ${kinds.join(' ')}`, () => read(tx, id))),
  );
  return found.flat();
}

/** The editions of a programme without their definitions, newest first; from the directory. */
export const loadEditions = (tx: Tx, programme: string): Promise<Omit<EditionRecord, 'definition'>[]> =>
  tx.directory.recall(tx, `editions ${programme}`, () => editions.list(tx, programme));

/** When the cycles of a programme are open, where that was changed; from the directory. */
export const loadCycleWindows = (tx: Tx, programme: string): Promise<CycleWindowRecord[]> =>
  tx.directory.recall(tx, `cycles ${programme}`, () => cycleWindows.list(tx, programme));

/** For one look at many cases: a `tx` that remembers what was read through it. Nothing is written through it. */
export const readTogether = (tx: Tx): Tx => ({ ...tx, memory: new Memory() });

function one<R>(
  table: string,
  read: (tx: Tx, ids: string[]) => Promise<R[]>,
  keyOf = (row: R): string => (row as { id: string }).id,
  name = 'one',
): Load<R | null> {
  return loaded<R | null>(table, name, async (tx, ids) => {
    const found = new Map((await read(tx, ids)).map((row) => [keyOf(row), row]));
    return ids.map((id) => found.get(id) ?? null);
  });
}

function many<R>(
  table: string,
  read: (tx: Tx, keys: string[]) => Promise<R[]>,
  keyOf = (row: R): string => (row as { caseId: string }).caseId,
  name = 'many',
): Load<R[]> {
  return loaded<R[]>(table, name, async (tx, keys) => {
    const found = Map.groupBy(await read(tx, keys), keyOf);
    return keys.map((key) => found.get(key) ?? []);
  });
}

function loaded<T>(table: string, name: string, read: (tx: Tx, keys: string[]) => Promise<T[]>): Load<T> {
  const loaderOf = (tx: Tx): DataLoader<string, T> =>
    memoryOf(tx).ofTable(table, name, () => new DataLoader((keys) => read(tx, [...keys]), optionsFor(tx)));
  return Object.assign((tx: Tx, key: string) => loaderOf(tx).load(key), {
    prime: (tx: Tx, key: string, value: T) => void loaderOf(tx).clear(key).prime(key, value),
  });
}

const memoryOf = (tx: Tx): Memory => tx.memory ?? new Memory();
