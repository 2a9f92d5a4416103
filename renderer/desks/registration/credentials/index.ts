export { CredentialFields } from './CredentialFields.tsx';
export { Question } from './Question.tsx';
export {
  CREDENTIAL_NAMES,
  type Credentials,
  demandsFor,
  NO_CREDENTIALS,
  wrongCredentials,
} from './values.ts';
