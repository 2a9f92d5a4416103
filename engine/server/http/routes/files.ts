import { closed, Empty, FileRef, FileSlot, id } from '#core/model/wire/index.ts';
import { attachFile, readFile, removeFile } from '#server/services/cases/index.ts';
import { guarded, type Route } from '../route.ts';

/** Evidence is sent as what it is and can do nothing: no script, no frame of another site, no guessing of its type. */
const inert = { 'Content-Security-Policy': "default-src 'none'", 'X-Content-Type-Options': 'nosniff' };

export const fileRoutes: Route[] = [
  guarded({
    summary: 'Put a file into a slot; the body is the file',
    method: 'PUT',
    path: '/api/cases/:id/files',
    object: 'case',
    params: closed({ id }),
    query: FileSlot,
    upload: true,
    response: FileRef,
    status: 201,
    perMinute: 60,
    handle: (services, { params, query, stream }, actor) =>
      attachFile(services, actor, { caseId: params.id, ...query, stream }),
  }),
  guarded({
    summary: 'A file, inline',
    method: 'GET',
    path: '/api/files/:id',
    object: 'case',
    params: closed({ id }),
    response: { raw: ['application/pdf', 'image/jpeg', 'image/png'] },
    handle: async (services, { params }, actor) => {
      const { row, content } = await readFile(services, actor, params.id);
      return {
        raw: content.stream,
        type: row.mediaType,
        headers: { ...inert, 'Content-Length': String(content.bytes) },
      };
    },
  }),
  guarded({
    summary: 'Take a file away',
    method: 'DELETE',
    path: '/api/files/:id',
    object: 'case',
    params: closed({ id }),
    response: Empty,
    handle: async (services, { params }, actor) => {
      await removeFile(services, actor, params.id);
      return {};
    },
  }),
];
