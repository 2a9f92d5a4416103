/** A case: its record, who may access it, what of it is sealed or masked, and its queues. */
export { actionView } from './action-view.ts';
export { abilityOver, type CaseAccess, editingAs, mayAttach, rolesOver, seeCase } from './case-access.ts';
export { desksOfKind } from './desks-of.ts';
export {
  answersOf,
  type CaseAnswers,
  desksNow,
  factsOf,
  factsWith,
  nodeOf,
  registrationOf,
  timesOf,
  unitFacts,
  unitOf,
} from './facts.ts';
export { hasPlace } from './file-place.ts';
export { passGate } from './gate.ts';
export { holdOthers } from './hold-others.ts';
export { applies, kindOf, kindTitle, serves } from './kinds.ts';
export { listAgain, listingOf } from './listing/listing.ts';
export { applicationOf, type LoadedCase, loadCase, toFileRef } from './loaded-case.ts';
export { maskedFacts, maskedSections, needsWhole, recordReveal } from './masking.ts';
export { textAt } from './pointer.ts';
export { updatePositions } from './positions.ts';
export { withRowIds } from './row-ids.ts';
export { holds } from './rules.ts';
export { changeSensitive, mask } from './sealing.ts';
export { seenApplication, seenProblems, seenSections, seesPlace } from './seen-by.ts';
export { bytesShown } from './shown-bytes.ts';
export { stateKeyOf, stateOfKey } from './state-key.ts';
export { summaryLines, summaryOf } from './summary.ts';
export { treeFrom } from './tree.ts';
export { watchLimits } from './watch-limits.ts';
