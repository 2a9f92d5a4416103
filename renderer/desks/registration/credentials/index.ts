export { CredentialFields } from './CredentialFields.tsx';
export {
  CREDENTIAL_NAMES,
  type Credentials,
  demandsFor,
  NO_CREDENTIALS,
  wrongCredentials,
} from './values.ts';
