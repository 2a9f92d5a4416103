import DataLoader from 'dataloader';
import type { JsonObject } from '#core/model/index.ts';
import {
  type CaseRecord,
  caseSections,
  cases,
  type FileRow,
  files,
  type Organisation,
  organisations,
  type SectionRow,
  type Strike,
  strikes,
  type Tx,
  type User,
  users,
} from '#server/store/index.ts';

/** What is asked for in one statement at most. */
const AT_ONCE = { maxBatchSize: 512 };

/** Rows by key; what is asked for in the same tick is read in one statement, and nothing twice. */
type Loaders = {
  cases: DataLoader<string, CaseRecord | null>;
  users: DataLoader<string, User | null>;
  organisations: DataLoader<string, Organisation | null>;
  sections: DataLoader<string, SectionRow[]>;
  files: DataLoader<string, FileRow[]>;
  strikes: DataLoader<string, Strike[]>;
  /** Answers of registrations by case, as they are read. */
  registrations: Map<string, Promise<JsonObject>>;
};

/** A way to the store for one look at many cases: nothing may be written through it. */
type Reading = Tx & { readonly loaders: Loaders };

/**
 * For one look at many cases: whoever reads cases through it reads the rows that they have in common once, and rows of
 * the same kind together. What changes meanwhile is not seen.
 */
export const readTogether = (tx: Tx): Reading => ({ ...tx, loaders: loadersFor(tx) });

/** The rows of this look; of a plain `tx` it lasts for one question. */
export const loadersOf = (tx: Tx): Loaders => ('loaders' in tx ? (tx as Reading).loaders : loadersFor(tx));

function loadersFor(tx: Tx): Loaders {
  return {
    cases: byId((ids) => cases.byIds(tx, ids)),
    users: byId((ids) => users.byIds(tx, ids)),
    organisations: byId((ids) => organisations.byIds(tx, ids)),
    sections: byCase((ids) => caseSections.ofCases(tx, ids)),
    files: byCase((ids) => files.ofCases(tx, ids)),
    strikes: byCase((ids) => strikes.ofCases(tx, ids)),
    registrations: new Map(),
  };
}

function byId<R extends { id: string }>(read: (ids: string[]) => Promise<R[]>): DataLoader<string, R | null> {
  return new DataLoader(async (ids) => {
    const found = new Map((await read([...ids])).map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  }, AT_ONCE);
}

function byCase<R extends { caseId: string }>(
  read: (caseIds: string[]) => Promise<R[]>,
): DataLoader<string, R[]> {
  return new DataLoader(async (caseIds) => {
    const found = Map.groupBy(await read([...caseIds]), ({ caseId }) => caseId);
    return caseIds.map((caseId) => found.get(caseId) ?? []);
  }, AT_ONCE);
}
