/**
 * Every migration in order. A new one: its file, in the folder of its twenty (`0021/` holds 0021 to 0040), and one line at
 * the end. Where a file lies is nowhere recorded: a database knows a step by its name.
 */
import { accounts } from './0001/0001-accounts.ts';
import { editions } from './0001/0002-editions.ts';
import { cases } from './0001/0003-cases.ts';
import { work } from './0001/0004-work.ts';
import { audit } from './0001/0005-audit.ts';
import { entry } from './0001/0006-entry.ts';
import { signedPrints } from './0001/0007-signed-prints.ts';
import { initialPasswords } from './0001/0008-initial-passwords.ts';
import { cycles } from './0001/0009-cycles.ts';
import { searchNames } from './0001/0010-search-names.ts';
import { trailKeys } from './0001/0011-trail-keys.ts';
import { workers } from './0001/0012-jobs.ts';
import { timeLimits } from './0001/0013-time-limits.ts';
import { namesOfCases } from './0001/0014-names-of-cases.ts';
import { heldFiles } from './0001/0015-held-files.ts';
import { languages } from './0001/0016-languages.ts';
import { generations } from './0001/0017-generations.ts';
import { listings } from './0001/0018-listings.ts';
import { editionFiles } from './0001/0019-edition-files.ts';
import { publications } from './0001/0020-publications.ts';
import { drafts } from './0021/0021-drafts.ts';
import { moves } from './0021/0024-moves.ts';
import { replays } from './0021/0027-replays.ts';
import { draftReasons } from './0021/0031-draft-reasons.ts';
import { attestations } from './0021/0032-attestations.ts';
import { printRuns } from './0021/0034-print-runs.ts';
import { frozenPrints } from './0021/0036-frozen-prints.ts';
import type { Migration } from './migration.ts';

/** Every migration in its order. What is released is never changed, moved or taken out. */
export const MIGRATIONS: readonly Migration[] = [
  accounts,
  editions,
  cases,
  work,
  audit,
  entry,
  signedPrints,
  initialPasswords,
  cycles,
  searchNames,
  trailKeys,
  workers,
  timeLimits,
  namesOfCases,
  heldFiles,
  languages,
  generations,
  listings,
  editionFiles,
  publications,
  drafts,
  moves,
  replays,
  draftReasons,
  attestations,
  printRuns,
  frozenPrints,
];
