import { Type } from 'typebox';
import { Created, Empty, id, JobChange, JobPage, JobSearch, JobStart } from '#core/model/wire/index.ts';
import { changeJob, jobPage, startJob } from '#server/services/jobs/index.ts';
import { guarded, type Route } from '../route.ts';

export const jobRoutes: Route[] = [
  guarded({
    summary: 'What runs beside the requests, newest first',
    access: ['jobs'],
    method: 'GET',
    path: '/api/jobs',
    query: JobSearch,
    response: JobPage,
    handle: (services, { query }) => jobPage(services, query),
  }),
  guarded({
    summary: 'Asks for a job at once; twice within a minute is once',
    access: ['jobs'],
    method: 'POST',
    path: '/api/jobs',
    body: JobStart,
    response: Created,
    status: 201,
    handle: (services, { body }, actor) => startJob(services, actor, body),
  }),
  guarded({
    summary: 'Tries a job again, or gives it up',
    access: ['jobs'],
    object: 'name',
    method: 'PUT',
    path: '/api/jobs/:id',
    params: Type.Object({ id }),
    body: JobChange,
    response: Empty,
    handle: async (services, { params, body }, actor) => {
      await changeJob(services, actor, params.id, body);
      return {};
    },
  }),
];
