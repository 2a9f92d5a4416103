export type * from '../../engine/core/model/wire.ts';
export {
  type NewUser,
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
export { homeKey, useHome, useStartApplication } from './applications.ts';
export { type AuditLine, useAudit, useVerification, type Verification } from './audit.ts';
export {
  caseKey,
  type FireInput,
  fireEvent,
  prefetchCase,
  readCase,
  saveSection,
  useCase,
  useFire,
} from './cases.ts';
export { query, request } from './client.ts';
export { useEditionSource } from './editions.ts';
export { type Credentials, useChangePassword, useLogin } from './entry.ts';
export { ApiError, isConflict, isOffline, isUnauthenticated, messageOf } from './errors.ts';
export { deleteFile, type FilePlace, fileUrl, type Progress, uploadFile } from './files.ts';
export { readChallenge } from './human.ts';
export { type OrganisationSearch, useOrganisation, useOrganisationPages } from './organisations.ts';
export { chartUrl, usePolicy } from './policy.ts';
export { programmeKey, useProgramme } from './programme.ts';
export { createQueryClient } from './queryClient.ts';
export {
  fireBatch,
  fireMany,
  type QueuePlace,
  queuesKey,
  useBatch,
  useQueue,
  useQueueMenu,
} from './queues.ts';
export { type Registration, useRegister } from './registrations.ts';
export { type Received, readRoster } from './rosters.ts';
export {
  type SecondFactor,
  useBeginSecondFactor,
  useConfirmSecondFactor,
  useRemoveSecondFactor,
} from './secondFactor.ts';
export { readSession, sessionKey, useLogout, useSession } from './session.ts';
export { type FirstUser, type SetupView, useFinishSetup, useSetup } from './setup.ts';
export { type SheetSettings, sheetUrl, useSaveSheetSettings, useSheetSettings } from './sheets.ts';
