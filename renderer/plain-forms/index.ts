/** Forms outside definitions: a line, a password policy, credentials, and the paper that they are laid on. */
export { Cover } from './Cover.tsx';
export { CredentialFields } from './CredentialFields.tsx';
export {
  CREDENTIAL_NAMES,
  type Credentials,
  demandsFor,
  NO_CREDENTIALS,
  wrongCredentials,
} from './credentials.ts';
export { focusField } from './focusField.ts';
export { LineField } from './LineField.tsx';
export { Paper } from './Paper.tsx';
export { PolicyList } from './PolicyList.tsx';
export { demandsOf } from './policy.ts';
export { Question } from './Question.tsx';
export { Sentence } from './Sentence.tsx';
export { goToSummary, Summary } from './Summary.tsx';
export { usePlainForm } from './usePlainForm.ts';
