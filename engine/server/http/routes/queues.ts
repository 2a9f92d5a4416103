import {
  BatchFiring,
  BatchView,
  closed,
  FiredView,
  InCycle,
  id,
  QueueMenu,
  QueuePage,
  QueueSearch,
} from '#core/model/wire/index.ts';
import { batchView, fireBatch } from '#server/services/cases/index.ts';
import { queueMenu, queuePage } from '#server/services/queues/index.ts';
import { guarded, type Route } from '../route.ts';

export const queueRoutes: Route[] = [
  guarded({
    summary: 'The queues of my desks',
    access: ['review', 'accounts'],
    method: 'GET',
    path: '/api/queues',
    response: QueueMenu,
    handle: (services, _request, actor) => queueMenu(services, actor),
  }),
  guarded({
    summary: 'A page of one queue, newest first',
    access: ['review', 'accounts'],
    method: 'GET',
    path: '/api/queues/:route/:queue',
    object: 'name',
    params: closed({ route: id, queue: id }),
    query: QueueSearch,
    response: QueuePage,
    handle: (services, { params, query }, actor) => queuePage(services, actor, { ...params, ...query }),
  }),
  guarded({
    summary: 'The gate board before a batch',
    access: ['review', 'accounts'],
    method: 'GET',
    path: '/api/batches/:route/:event',
    object: 'name',
    params: closed({ route: id, event: id }),
    query: InCycle,
    response: BatchView,
    handle: (services, { params, query }, actor) => batchView(services, actor, { ...params, ...query }),
  }),
  guarded({
    summary: 'Fire an event at a whole queue, all or nothing',
    access: ['review', 'accounts'],
    method: 'POST',
    path: '/api/batches/:route/:event',
    object: 'name',
    params: closed({ route: id, event: id }),
    query: InCycle,
    body: BatchFiring,
    response: FiredView,
    perMinute: 20,
    handle: (services, { params, query, body }, actor) =>
      fireBatch(services, actor, { ...params, ...query, ...body }),
  }),
];
