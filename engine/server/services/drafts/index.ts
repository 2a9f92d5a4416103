/** Editions to come: what is made, checked, approved and published; and the log of what was. */
export { beginDraft, importDraft } from './begin-draft.ts';
export { causeOf } from './causes.ts';
export { changeDraft, remarkOnDraft, stepDraft, undoAct } from './change-draft.ts';
export { checkEdition, isError, onceEach } from './check-edition.ts';
export { openDrafting } from './drafting.ts';
export { textsOf } from './files-of-draft.ts';
export { exceeds } from './limits.ts';
export { draftOf, openedDraft } from './opened-draft.ts';
export { makingsOf } from './output-effects.ts';
export { draftSheet } from './preview-sheet.ts';
export { actOnPublication, publicationList, publishedFiles } from './publications.ts';
export { draftSteps } from './publish/keep-steps.ts';
export { approveDraft, publishApproved } from './publish/publish-draft.ts';
export { giveReason, LEAST_COUNTED, rulesWithoutCase } from './publish/unreached-rules.ts';
export { starterList } from './starters.ts';
export { takeInFolder } from './take-in-folder.ts';
export { draftFiles, draftList, draftView, namesOf } from './view-draft.ts';
