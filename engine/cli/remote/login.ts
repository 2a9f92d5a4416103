import { CommandError } from '../error.ts';
import { asUser, type Remote } from './session.ts';

/** The options of every command that speaks to a server. */
export const REMOTE_OPTIONS = { server: { type: 'string' }, user: { type: 'string' } } as const;

/** Does the work as the user that the command line names. Throws CommandError where nobody is named, and as `asUser`. */
export function asNamed<R>(
  { server, user }: { server?: string | undefined; user?: string | undefined },
  work: (remote: Remote) => Promise<R>,
): Promise<R> {
  const { SHENBAO_PASSWORD: password, SHENBAO_CODE: code } = process.env;
  if (!server || !user || !password) throw new CommandError('noLogin', {});
  return asUser({ server, user, password, code }, work);
}
