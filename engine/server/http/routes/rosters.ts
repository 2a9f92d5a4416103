import { PassThrough } from 'node:stream';
import { closed, id, RosterRequest } from '#core/model/wire/index.ts';
import { roster } from '#server/services/queues/index.ts';
import { guarded, type Route } from '../route.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const rosterRoutes: Route[] = [
  guarded({
    summary: 'A queue of my organisation as an Excel file, by the filters of the roster',
    access: ['export'],
    method: 'POST',
    path: '/api/rosters/:id',
    object: 'name',
    params: closed({ id }),
    body: RosterRequest,
    response: { raw: [XLSX] },
    perMinute: 20,
    handle: async (services, { params, body }, actor) => {
      const { filters = {}, ...place } = body;
      const file = await roster(services, actor, { roster: params.id, ...place, filters });
      const stream = new PassThrough();
      file.write(stream).catch((error: Error) => stream.destroy(error));
      return { raw: stream, type: XLSX, download: file.name };
    },
  }),
];
