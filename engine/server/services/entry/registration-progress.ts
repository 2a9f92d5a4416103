import { routeOf } from '#core/compile/index.ts';
import type { RegistrationProgress, RegistrationQuestion } from '#core/model/wire/index.ts';
import { titleOf } from '#core/route/index.ts';
import { entryOf, Failure, type Services } from '#server/services/ground/index.ts';
import { type CaseEvent, cases, events, organisations, type User } from '#server/store/index.ts';
import { asOwner, failed } from './owner.ts';

type Question = RegistrationQuestion & { address: string };

/**
 * How a registration stands, for whoever knows its name and password, also while it lets nobody in. Throws what
 * `asOwner` throws, and `not-registered` for an account that somebody added.
 */
export const registrationProgress = (services: Services, question: Question): Promise<RegistrationProgress> =>
  asOwner(services, question, (user) => progressOf(services, question, user));

async function progressOf(services: Services, question: Question, user: User): Promise<RegistrationProgress> {
  if (user.status === 'deleted') throw await failed(services, question, user, 'login-failed');
  const record = user.caseId === null ? null : await cases.get(services.db, user.caseId);
  if (!record) throw new Failure('conflict', 'not-registered');
  const route = routeOf(await services.editions.get(record.edition), record.route);
  const state = { value: record.state, context: record.context };
  const unit = record.unitId === null ? null : await organisations.get(services.db, record.unitId);
  const last = (await events.list(services.db, record.id)).filter(({ by }) => by !== 'applicant').at(-1);
  const entry = (await entryOf(services, services.db, user))?.full ?? null;
  return {
    stateTitle: titleOf(route, state),
    organisation: unit?.name ?? '',
    sentAt: record.createdAt,
    entry,
    isFrozen: user.status === 'frozen',
    // Once it is open the account itself shows the rest, to whoever has its second factor too.
    last: last && entry !== true ? { at: last.at, opinions: textsOf(last) } : null,
  };
}

const textsOf = ({ input }: CaseEvent): string[] =>
  Object.values(input).flatMap((value) => (typeof value === 'string' && value.trim() !== '' ? [value] : []));
