/**
 * The store: tables, migrations, and repositories that take and give plain objects. Nobody else knows the database
 * library. A `tx` is a transaction from `inTransaction`, or the database itself (then each call stands alone).
 * "CAS" = compare and set: false when somebody else was first; nothing is changed then.
 */

export { keepAuditHead, readAuditHeads, witnessFile } from './audit-head.ts';
export { breathe } from './breathe.ts';
export { type Change, onChange } from './changes.ts';
export { type Asked, counting } from './counting.ts';
export type { DatabaseConfig } from './database.ts';
export { openDatabase } from './database.ts';
export { DuplicateError, NewerSchemaError } from './errors.ts';
export { holdAlone } from './hold.ts';
export { migrate, pendingMigrations } from './migrate.ts';
export type * from './records/index.ts';
export { attestations } from './repositories/attestations.ts';
export { audit } from './repositories/audit.ts';
export { bans } from './repositories/bans.ts';
export { caseSections } from './repositories/case-sections.ts';
export { type CaseFilter, cases, type ListedRecord } from './repositories/cases.ts';
export { cycleWindows } from './repositories/cycle-windows.ts';
export { draftChanges, draftReasons, draftRemarks, drafts } from './repositories/editions/drafts.ts';
export { editionSteps } from './repositories/editions/edition-steps.ts';
export { movedCases, moves } from './repositories/editions/moves.ts';
export { programmes, publications } from './repositories/editions/publications.ts';
export { replayedCases, replays } from './repositories/editions/replays.ts';
export { sources } from './repositories/editions/sources.ts';
export { editions } from './repositories/editions.ts';
export { events } from './repositories/events.ts';
export { files } from './repositories/files.ts';
export { gates } from './repositories/gates.ts';
export { jobs } from './repositories/jobs.ts';
export { organisations } from './repositories/organisations.ts';
export { positions, type QueueKey } from './repositories/positions.ts';
export { printSettings } from './repositories/print-settings.ts';
export { frozenPrints } from './repositories/prints/frozen-prints.ts';
export { printRuns } from './repositories/prints/print-runs.ts';
export { rates } from './repositories/rates.ts';
export { secondFactors } from './repositories/second-factors.ts';
export { sessions } from './repositories/sessions.ts';
export { setups } from './repositories/setups.ts';
export { strikes } from './repositories/strikes.ts';
export { timeLimitRows } from './repositories/time-limits.ts';
export { trailKeys } from './repositories/trail-keys.ts';
export { uniqueValues } from './repositories/unique-values.ts';
export { usedTokens } from './repositories/used-tokens.ts';
export { users } from './repositories/users.ts';
export {
  loadChildren,
  loadCycleWindows,
  loadEditions,
  loading,
  loadLine,
  type ReadForm,
  readAnswers,
  readCase,
  readHeads,
  readRights,
  readTogether,
} from './rounds/index.ts';
export { inTransaction } from './transaction.ts';
export type { Database, Tx } from './tx.ts';
export { isUnavailable } from './unavailable.ts';
