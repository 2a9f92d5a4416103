import { Empty, NewFactor, OneTimeCode } from '#core/model/wire/index.ts';
import { beginSecondFactor, confirmSecondFactor, removeSecondFactor } from '#server/services/entry/index.ts';
import { guarded, type Route } from '../route.ts';

const path = '/api/session/second-factor';

export const secondFactorRoutes: Route[] = [
  guarded({
    summary: 'Begin a second factor; it counts only from its first right code on',
    method: 'POST',
    path,
    response: NewFactor,
    status: 201,
    perMinute: 10,
    handle: (services, _request, actor) => beginSecondFactor(services, actor),
  }),
  guarded({
    summary: 'Turn the second factor on with a code',
    method: 'PUT',
    path,
    body: OneTimeCode,
    response: Empty,
    handle: async (services, { body }, actor) => {
      await confirmSecondFactor(services, actor, body.code);
      return {};
    },
  }),
  guarded({
    summary: 'Turn the second factor off with a code',
    method: 'DELETE',
    path,
    body: OneTimeCode,
    response: Empty,
    handle: async (services, { body }, actor) => {
      await removeSecondFactor(services, actor, body.code);
      return {};
    },
  }),
];
