import { PassThrough } from 'node:stream';
import { closed, id, RosterSearch } from '#core/model/wire/index.ts';
import { roster } from '#server/services/queues/index.ts';
import { guarded, type Route } from '../route.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const rosterRoutes: Route[] = [
  guarded({
    summary: 'A queue of my organisation as an Excel file; further parameters are the filters of the roster',
    access: ['export'],
    method: 'GET',
    path: '/api/rosters/:id',
    object: 'name',
    params: closed({ id }),
    query: RosterSearch,
    response: { raw: [XLSX] },
    perMinute: 20,
    handle: async (services, { params, query }, actor) => {
      const { queue, ...filters } = query;
      const file = await roster(services, actor, { roster: params.id, queue, filters });
      const stream = new PassThrough();
      file.write(stream).catch((error: Error) => stream.destroy(error));
      return { raw: stream, type: XLSX, download: file.name };
    },
  }),
];
