import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { CommandError } from '../error.ts';

/** A running server as somebody who has logged in to it sees it. */
export type Remote = {
  get<T>(path: string): Promise<T>;
  put<T>(path: string, body: string): Promise<T>;
};

/** Where the server is and who asks; password and code come from the environment, so that no list of processes has them. */
type Login = { server: string; user: string; password: string; code: string | undefined };

/**
 * Logs in, does the work and logs out, whatever becomes of it: no token outlives the command. Throws CommandError with
 * what the server answers.
 */
export async function asUser<R>(login: Login, work: (remote: Remote) => Promise<R>): Promise<R> {
  if (!URL.canParse(login.server)) throw new CommandError('noServer', { server: login.server });
  const { origin } = new URL(login.server);
  const call = callerOf(origin, await enter(origin, login));
  try {
    return await work({
      get: (path) => call('GET', path),
      put: (path, body) => call('PUT', path, body, 'application/octet-stream'),
    });
  } finally {
    await call('DELETE', '/api/session').catch(() => undefined);
  }
}

type Call = <T>(method: string, path: string, body?: string, type?: string) => Promise<T>;

function callerOf(origin: string, cookie: string): Call {
  return async <T>(method: string, path: string, body?: string, type?: string): Promise<T> =>
    (await ask(origin, { method, path, cookie, body, type })).json() as Promise<T>;
}

/** The cookie of a new session. */
async function enter(origin: string, { user, password, code }: Login): Promise<string> {
  const challenge = (await (
    await ask(origin, { method: 'POST', path: '/api/challenges' })
  ).json()) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  const proof = btoa(JSON.stringify({ challenge, solution }));
  const body = JSON.stringify({ username: user, password, proof, ...(code === undefined ? {} : { code }) });
  const answer = await ask(origin, { method: 'POST', path: '/api/session', body, type: 'application/json' });
  const [cookie] = answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  if (cookie === undefined) throw new CommandError('needsCode', { user });
  return cookie;
}

type Asking = {
  method: string;
  path: string;
  cookie?: string | undefined;
  body?: string | undefined;
  type?: string | undefined;
};

async function ask(origin: string, { method, path, cookie, body, type }: Asking): Promise<Response> {
  const headers = {
    origin,
    ...(cookie === undefined ? {} : { cookie }),
    ...(type === undefined ? {} : { 'content-type': type }),
  };
  const answer = await fetch(`${origin}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  }).catch(() => null);
  if (answer === null) throw new CommandError('serverAway', { server: origin });
  if (answer.ok) return answer;
  const { message = String(answer.status) } = (await answer.json().catch(() => ({}))) as { message?: string };
  throw new CommandError('refused', { server: origin, message });
}
