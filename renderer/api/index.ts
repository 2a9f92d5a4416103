export type * from '../../engine/core/model/wire.ts';
export { homeKey, useHome, useStartApplication } from './applications.ts';
export {
  caseKey,
  type FireInput,
  fireEvent,
  prefetchCase,
  readCase,
  saveSection,
  sheetUrl,
  useCase,
  useFire,
} from './cases.ts';
export { query, request } from './client.ts';
export { useEditionSource } from './editions.ts';
export { type Credentials, useChangePassword, useLogin } from './entry.ts';
export { ApiError, isConflict, isOffline, isUnauthenticated, messageOf } from './errors.ts';
export { deleteFile, type FilePlace, fileUrl, type Progress, uploadFile } from './files.ts';
export { type OrganisationSearch, useOrganisation, useOrganisations } from './organisations.ts';
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
export { type Received, readRoster } from './rosters.ts';
export { readSession, sessionKey, useLogout, useSession } from './session.ts';
