import type { ProgrammeView } from '#renderer/api/index.ts';
import { type Locale, loginWords, type RegistrationWords } from '#renderer/locales/index.ts';
import { demandsOf } from './policy.ts';

/** What the engine itself asks of everybody who gets an account. */
export type Credentials = {
  username: string;
  password: string;
  repeated: string;
  question: string;
  answer: string;
};

export const NO_CREDENTIALS: Credentials = {
  username: '',
  password: '',
  repeated: '',
  question: '',
  answer: '',
};

export const CREDENTIAL_NAMES = ['username', 'password', 'repeated', 'question', 'answer'] as const;

/** Letters and digits of any script, and a few signs; the server checks the same again. */
const USERNAME = /^[\p{L}\p{N}][\p{L}\p{N}._@-]{2,39}$/u;

/** A name that occurs in no password, while there is no user name. */
const NOBODY = '\u0000';

/** What the policy demands of a password, and what of it is met. */
export const demandsFor = (policy: ProgrammeView['password'], values: Credentials, locale: Locale) =>
  demandsOf(policy, values.password, values.username.trim() || NOBODY, loginWords[locale]);

/** What is wrong with the credentials, by field, in sentences that say what to do. */
export function wrongCredentials(
  values: Credentials,
  allowed: boolean,
  words: RegistrationWords,
): Partial<Credentials> {
  const username = values.username.trim();
  const wrong: Record<keyof Credentials, string | false> = {
    username: username === '' ? words.usernameMissing : !USERNAME.test(username) && words.usernameWrong,
    password: values.password === '' ? words.passwordMissing : !allowed && words.passwordWeak,
    repeated:
      values.repeated === ''
        ? words.repeatedMissing
        : values.repeated !== values.password && words.repeatedDiffers,
    question: values.question === '' && words.questionMissing,
    answer: values.answer.trim() === '' && words.answerMissing,
  };
  return Object.fromEntries(Object.entries(wrong).filter(([, text]) => text));
}
