import type { JsonObject } from '#core/model/index.ts';
import { batchView, fireBatch } from '#server/services/cases/index.ts';
import { queueMenu as menuOf, queuePage as pageOf } from '#server/services/queues/index.ts';
import { guarded, type Route } from '../route.ts';
import { id, object, text, version } from '../schema.ts';
import { batch, fired, queueMenu, queuePage } from '../schemas/index.ts';

type Batch = { params: { route: string; event: string } };

export const queueRoutes: Route[] = [
  guarded({
    summary: 'The queues of my desks',
    access: ['review', 'accounts'],
    method: 'GET',
    path: '/api/queues',
    response: queueMenu,
    handle: (services, _request, actor) => menuOf(services, actor),
  }),
  guarded<{ params: { route: string; queue: string }; query: { after?: string; text?: string } }>({
    summary: 'A page of one queue, newest first',
    access: ['review', 'accounts'],
    method: 'GET',
    path: '/api/queues/:route/:queue',
    object: 'name',
    params: object({ route: id, queue: id }),
    query: object({ 'after?': text(400), 'text?': text(100) }),
    response: queuePage,
    handle: (services, { params, query }, actor) => pageOf(services, actor, { ...params, ...query }),
  }),
  guarded<Batch>({
    summary: 'The gate board before a batch',
    access: ['review', 'accounts'],
    method: 'GET',
    path: '/api/batches/:route/:event',
    object: 'name',
    params: object({ route: id, event: id }),
    response: batch,
    handle: (services, { params }, actor) => batchView(services, actor, params),
  }),
  guarded<Batch & { body: { confirmCount: number; input?: JsonObject } }>({
    summary: 'Fire an event at a whole queue, all or nothing',
    access: ['review', 'accounts'],
    method: 'POST',
    path: '/api/batches/:route/:event',
    object: 'name',
    params: object({ route: id, event: id }),
    body: object({ confirmCount: version, 'input?': { type: 'object' } }),
    response: fired,
    perMinute: 20,
    handle: (services, { params, body }, actor) => fireBatch(services, actor, { ...params, ...body }),
  }),
];
