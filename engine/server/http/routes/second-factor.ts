import { beginSecondFactor, confirmSecondFactor, removeSecondFactor } from '#server/services/entry/index.ts';
import { guarded, type Route } from '../route.ts';
import { object, text } from '../schema.ts';
import { newFactor } from '../schemas/index.ts';

const path = '/api/session/second-factor';
const code = object({ code: text(10, { pattern: '^[0-9]{6}$' }) });
type Code = { body: { code: string } };

export const secondFactorRoutes: Route[] = [
  guarded({
    summary: 'Begin a second factor; it counts only from its first right code on',
    method: 'POST',
    path,
    response: newFactor,
    status: 201,
    perMinute: 10,
    handle: (services, _request, actor) => beginSecondFactor(services, actor),
  }),
  guarded<Code>({
    summary: 'Turn the second factor on with a code',
    method: 'PUT',
    path,
    body: code,
    response: object({}),
    handle: async (services, { body }, actor) => {
      await confirmSecondFactor(services, actor, body.code);
      return {};
    },
  }),
  guarded<Code>({
    summary: 'Turn the second factor off with a code',
    method: 'DELETE',
    path,
    body: code,
    response: object({}),
    handle: async (services, { body }, actor) => {
      await removeSecondFactor(services, actor, body.code);
      return {};
    },
  }),
];
