import type { AccountBinding, AnswerProblem } from '#core/model/index.ts';
import { ApiError } from '#renderer/api/index.ts';
import type { Credentials } from '#renderer/plain-forms/index.ts';

/** Where a refusal of the server belongs: at the engine's own fields, at the form's, or above all. */
type LocatedRefusal = { credentials: Partial<Credentials>; problems: AnswerProblem[]; elsewhere: boolean };

const NOWHERE: LocatedRefusal = { credentials: {}, problems: [], elsewhere: true };

/** Finds the fields that a refusal speaks of; `elsewhere` where it speaks of none. */
export function locateRefusal(error: unknown, binding: AccountBinding): LocatedRefusal {
  if (!(error instanceof ApiError) || !error.body) return NOWHERE;
  const { code, message, problems } = error.body;
  if (code === 'username-taken') return { ...NOWHERE, credentials: { username: message }, elsewhere: false };
  if (code.startsWith('password'))
    return { ...NOWHERE, credentials: { password: message }, elsewhere: false };
  if (problems && problems.length > 0) return { ...NOWHERE, problems, elsewhere: false };
  const at = pointerOf(code, message, binding);
  return at === undefined
    ? NOWHERE
    : { ...NOWHERE, problems: [refusedAt(at, code, message)], elsewhere: false };
}

function pointerOf(code: string, message: string, binding: AccountBinding): string | undefined {
  if (code.startsWith('parent')) return binding.parent;
  if (code !== 'unique-taken') return undefined;
  const unique = binding.unique ?? [];
  return (unique.find((one) => one.message === message) ?? unique[0])?.at;
}

const refusedAt = (path: string, code: string, message: string): AnswerProblem => ({
  path,
  section: path.split('/')[1] ?? '',
  code,
  params: {},
  place: '',
  message,
  severity: 'block',
});
