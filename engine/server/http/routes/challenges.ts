import { createTask } from '#server/services/entry/index.ts';
import { open, type Route } from '../route.ts';
import { humanTask } from '../schemas/index.ts';

export const challengeRoutes: Route[] = [
  open({
    summary: 'A task for the machine that asks (ALTCHA v2): serves once and for five minutes',
    method: 'POST',
    path: '/api/challenges',
    response: humanTask,
    status: 201,
    perMinute: 600,
    handle: (services) => createTask(services),
  }),
];
