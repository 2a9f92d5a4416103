/** Every kind of job. A new one: its file, its name in the wire's list, and one line here. */
import type { JobKind } from '#core/model/wire/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import type { Kind } from '../kind.ts';
import { expired } from './clear-expired.ts';
import { orphans } from './clear-files.ts';
import { dueCases } from './erase-due.ts';
import { timeLimits } from './fire-limits.ts';
import { frozenPrint } from './freeze-print.ts';
import { listings } from './list-cases.ts';
import { movedCases } from './move-cases.ts';
import { printedCases } from './print-cases.ts';
import { publishDraft } from './publish-draft.ts';
import { replayedCases } from './replay-cases.ts';
import { scanFile } from './scan-file.ts';
import { scanHeld } from './scan-held.ts';
import { trail } from './verify-trail.ts';

/** Every kind of job by its name; one that the wire names and that is missing here does not compile. */
export const kinds: { readonly [K in JobKind]: Kind<Services> } = {
  'clear-expired': expired,
  'clear-files': orphans,
  'erase-due': dueCases,
  'fire-limits': timeLimits,
  'freeze-print': frozenPrint,
  'list-cases': listings,
  'move-cases': movedCases,
  'print-cases': printedCases,
  'publish-draft': publishDraft,
  'replay-cases': replayedCases,
  'scan-file': scanFile,
  'scan-held': scanHeld,
  'verify-trail': trail,
};
