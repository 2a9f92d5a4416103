/** Every table. A new one: its repository, and one line here. */
import { generationTable } from './generations.ts';
import { migrationTable } from './migrations/applied.ts';
import { attestationTable } from './repositories/attestations.ts';
import { auditHeadTable, auditTable } from './repositories/audit.ts';
import { banTable } from './repositories/bans.ts';
import { caseSectionTable } from './repositories/case-sections.ts';
import { caseTable } from './repositories/case-table.ts';
import { cycleWindowTable } from './repositories/cycle-windows.ts';
import {
  draftChangeTable,
  draftReasonTable,
  draftRemarkTable,
  draftTable,
} from './repositories/editions/drafts.ts';
import { editionStepTable } from './repositories/editions/edition-steps.ts';
import { movedCaseTable, moveTable } from './repositories/editions/moves.ts';
import { programmeTable, publicationTable } from './repositories/editions/publications.ts';
import { replayedCaseTable, replayTable } from './repositories/editions/replays.ts';
import { contentTable, editionFileTable } from './repositories/editions/sources.ts';
import { editionTable } from './repositories/editions.ts';
import { eventTable } from './repositories/events.ts';
import { fileTable } from './repositories/files.ts';
import { gateTable } from './repositories/gates.ts';
import { jobTable } from './repositories/jobs.ts';
import { organisationTable } from './repositories/organisations.ts';
import { positionTable } from './repositories/positions.ts';
import { printSettingsTable } from './repositories/print-settings.ts';
import { frozenPrintTable } from './repositories/prints/frozen-prints.ts';
import { printRunCaseTable, printRunTable } from './repositories/prints/print-runs.ts';
import { rateTable } from './repositories/rates.ts';
import { secondFactorTable } from './repositories/second-factors.ts';
import { sessionTable } from './repositories/sessions.ts';
import { setupTable } from './repositories/setups.ts';
import { strikeTable } from './repositories/strikes.ts';
import { timeLimitTable } from './repositories/time-limits.ts';
import { trailKeyTable } from './repositories/trail-keys.ts';
import { uniqueValueTable } from './repositories/unique-values.ts';
import { usedTokenTable } from './repositories/used-tokens.ts';
import { userTable } from './repositories/users.ts';
import { quoted, run, Sql } from './sql/index.ts';
import type { Tx } from './tx.ts';

/** Every table of the database. */
export const TABLES = [
  organisationTable,
  userTable,
  sessionTable,
  uniqueValueTable,
  banTable,
  editionTable,
  contentTable,
  editionFileTable,
  publicationTable,
  programmeTable,
  draftTable,
  draftChangeTable,
  draftRemarkTable,
  draftReasonTable,
  editionStepTable,
  moveTable,
  replayTable,
  cycleWindowTable,
  gateTable,
  caseTable,
  caseSectionTable,
  fileTable,
  strikeTable,
  eventTable,
  positionTable,
  timeLimitTable,
  printSettingsTable,
  attestationTable,
  frozenPrintTable,
  printRunTable,
  printRunCaseTable,
  movedCaseTable,
  replayedCaseTable,
  jobTable,
  rateTable,
  usedTokenTable,
  setupTable,
  secondFactorTable,
  auditTable,
  auditHeadTable,
  trailKeyTable,
  generationTable,
  migrationTable,
];

/** Throws an Error that names the first table that does not have the columns which this version reads and writes. */
export async function assertTables(tx: Tx): Promise<void> {
  for (const table of TABLES) {
    try {
      await run(tx, probeOf(table));
    } catch (error) {
      const sentence = `Table <${table.name}> is not as this version needs it; restore a backup, or find out who changed it`;
      throw new Error(`${sentence}: ${(error as Error).message}`, { cause: error });
    }
  }
}

/** Reads no row. */
const probeOf = (table: (typeof TABLES)[number]): Sql =>
  new Sql(`SELECT ${Object.keys(table.columns).map(quoted).join(', ')} FROM ${quoted(table.name)} LIMIT 0`);
