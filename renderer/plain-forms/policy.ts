import type { ProgrammeView } from '#renderer/api/index.ts';
import type { LoginWords } from '#renderer/locales/index.ts';

/** One demand of the password policy, in words, and whether it is met. */
export type Demand = { id: string; text: string; met: boolean };

const CLASSES = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/];

/** Checks a password against the programme's policy while it is typed; the server checks it again. */
export function demandsOf(
  policy: ProgrammeView['password'],
  password: string,
  username: string,
  words: LoginWords,
): Demand[] {
  const classes = CLASSES.filter((pattern) => pattern.test(password)).length;
  const holdsName = password.toLowerCase().includes(username.toLowerCase());
  return [
    { id: 'length', text: words.long(policy.minLength), met: [...password].length >= policy.minLength },
    { id: 'classes', text: words.mixed(policy.classes), met: classes >= policy.classes },
    { id: 'name', text: words.noName, met: password !== '' && !holdsName },
  ];
}
