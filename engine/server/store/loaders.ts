import DataLoader from 'dataloader';
import { Memory } from './memory.ts';
import { caseSections } from './repositories/case-sections.ts';
import { cases } from './repositories/cases.ts';
import { files } from './repositories/files.ts';
import { organisations } from './repositories/organisations.ts';
import { strikes } from './repositories/strikes.ts';
import { users } from './repositories/users.ts';
import type { Tx } from './tx.ts';
import type { CaseRecord, FileRow, Organisation, SectionRow, Strike, User } from './types.ts';

/**
 * What is asked for in one statement at most. Outside of a transaction a batch waits for the turn of the event loop, so
 * that ways of different length meet in it; inside of one nobody is kept waiting for that.
 */
const optionsFor = (tx: Tx) => ({
  maxBatchSize: 512,
  ...(tx.transaction === null && { batchScheduleFn: (read: () => void) => void setImmediate(read) }),
});

type One<R> = (tx: Tx, id: string) => Promise<R | null>;
type Many<R> = (tx: Tx, caseId: string) => Promise<R[]>;

/**
 * Rows by their key, or by the case that they belong to. What is asked for in the same tick is read in one statement,
 * and within a transaction, or a `readTogether`, nothing is read twice.
 */
export const loading = {
  case: one<CaseRecord>('cases', cases.byIds),
  user: one<User>('users', users.byIds),
  organisation: one<Organisation>('organisations', organisations.byIds),
  sections: many<SectionRow>('case_sections', caseSections.ofCases),
  files: many<FileRow>('files', files.ofCases),
  strikes: many<Strike>('strikes', strikes.ofCases),
};

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

/** For one look at many cases: a `tx` that remembers what was read through it. Nothing is written through it. */
export const readTogether = (tx: Tx): Tx => ({ ...tx, memory: new Memory() });

function one<R extends { id: string }>(table: string, read: (tx: Tx, ids: string[]) => Promise<R[]>): One<R> {
  const loaderOf = (tx: Tx): DataLoader<string, R | null> =>
    new DataLoader(async (ids) => {
      const found = new Map((await read(tx, [...ids])).map((row) => [row.id, row]));
      return ids.map((id) => found.get(id) ?? null);
    }, optionsFor(tx));
  return (tx, id) =>
    memoryOf(tx)
      .ofTable(table, () => loaderOf(tx))
      .load(id);
}

function many<R extends { caseId: string }>(
  table: string,
  read: (tx: Tx, caseIds: string[]) => Promise<R[]>,
): Many<R> {
  const loaderOf = (tx: Tx): DataLoader<string, R[]> =>
    new DataLoader(async (caseIds) => {
      const found = Map.groupBy(await read(tx, [...caseIds]), ({ caseId }) => caseId);
      return caseIds.map((caseId) => found.get(caseId) ?? []);
    }, optionsFor(tx));
  return (tx, caseId) =>
    memoryOf(tx)
      .ofTable(table, () => loaderOf(tx))
      .load(caseId);
}

const memoryOf = (tx: Tx): Memory => tx.memory ?? new Memory();
