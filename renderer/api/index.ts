export type * from '#core/model/wire/index.ts';
export {
  useAccountEvent,
  useAccounts,
  useAddUser,
  useCreateOrganisation,
  useDeleteAccount,
  useMoveOrganisation,
  useRemoveOrganisation,
  useResetPassword,
  useSetStatus,
} from './accounts.ts';
export { askAhead, caseKey } from './ahead.ts';
export { useHome, useStartApplication } from './applications.ts';
export { useAudit, useVerification } from './audit.ts';
export {
  fireEvent,
  prefetchCase,
  readCase,
  saveSection,
  useCase,
  useCases,
  useFire,
  useReveal,
} from './cases.ts';
export { useChangeCycle, useCycles } from './cycles.ts';
export { useEditionSource, useSheetTemplates } from './editions.ts';
export { useChangePassword, useLogin } from './entry.ts';
export { ApiError, isConflict, isUnauthenticated, messageOf } from './errors.ts';
export { printRunUrl, useEndPrintRun, usePrintRuns, useStartPrintRun } from './exports/printRuns.ts';
export { readRoster } from './exports/rosters.ts';
export { deleteFile, fileUrl, type SlotRef, uploadFile } from './files.ts';
export { readChallenge } from './human.ts';
export { useChangeJob, useJobs, useStartJob } from './jobs.ts';
export { useChooseLanguage } from './language.ts';
export { useOrganisation, useOrganisationPages, wayTo } from './organisations.ts';
export {
  addedMeanwhile,
  draftSheetUrl,
  lengthNow,
  lengthWithOwn,
  readPublishedFiles,
  useActOnPublication,
  useApproveDraft,
  useChangeDraft,
  useDraft,
  useDraftFiles,
  useDraftPrint,
  useDraftStep,
  useDrafts,
  useGiveReason,
  useImportDraft,
  usePublications,
  useRemark,
  useStartDraft,
  useStarters,
  useUndoAct,
} from './policy/drafts.ts';
export { chartUrl, usePolicy } from './policy/policy.ts';
export {
  useCancelReplay,
  useExampleOf,
  useKeepExample,
  useReplayedCases,
  useReplayedDrafts,
  useReplays,
  useSideBySide,
  useStartReplay,
} from './policy/replays.ts';
export { useProgramme } from './programme.ts';
export { createQueryClient } from './queryClient.ts';
export {
  type BatchRef,
  fireBatch,
  fireMany,
  type QueueRef,
  queuesKey,
  useBatch,
  useQueue,
  useQueueMenu,
} from './queues.ts';
export { useRegister, useRegistrationProgress } from './registrations.ts';
export {
  useBeginSecondFactor,
  useConfirmSecondFactor,
  useRemoveSecondFactor,
} from './secondFactor.ts';
export { useLogout, useSession } from './session.ts';
export { useFinishSetup, useSetup } from './setup.ts';
export {
  frozenPrintUrl,
  sheetPreviewUrl,
  sheetUrl,
  useAttestation,
  useAttestedSheets,
  useFrozenPrints,
  useSaveSheetSettings,
  useSheetLength,
  useSheetProblems,
  useSheetSettings,
} from './sheets.ts';
