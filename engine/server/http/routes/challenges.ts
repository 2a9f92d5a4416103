import { HumanTask } from '#core/model/wire/index.ts';
import { createTask } from '#server/services/entry/index.ts';
import { open, type Route } from '../route.ts';

export const challengeRoutes: Route[] = [
  open({
    summary: 'A task for the machine that asks (ALTCHA v2): serves once and for five minutes',
    method: 'POST',
    path: '/api/challenges',
    response: HumanTask,
    status: 201,
    perMinute: 600,
    handle: (services) => createTask(services),
  }),
];
