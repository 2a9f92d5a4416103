import { attachFile, readFile, removeFile } from '#server/services/cases/index.ts';
import { guarded, type Route } from '../route.ts';
import { id, object, text } from '../schema.ts';
import { fileRef } from '../schemas/index.ts';

type Place = { section: string; slot: string; row?: string; name: string };

/** Evidence is shown as what it is and can do nothing: no script, no frame of another site, no guessing of its type. */
const inert = { 'Content-Security-Policy': "default-src 'none'", 'X-Content-Type-Options': 'nosniff' };

export const fileRoutes: Route[] = [
  guarded<{ params: { id: string }; query: Place }>({
    summary: 'Put a file into a slot; the body is the file',
    method: 'PUT',
    path: '/api/cases/:id/files',
    object: 'case',
    params: object({ id }),
    query: object({ section: id, slot: id, 'row?': id, name: text(255, { minLength: 1 }) }),
    upload: true,
    response: fileRef,
    status: 201,
    perMinute: 60,
    handle: (services, { params, query, stream }, actor) =>
      attachFile(services, actor, { caseId: params.id, ...query, stream }),
  }),
  guarded<{ params: { id: string } }>({
    summary: 'A file, inline',
    method: 'GET',
    path: '/api/files/:id',
    object: 'case',
    params: object({ id }),
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
  guarded<{ params: { id: string } }>({
    summary: 'Take a file away',
    method: 'DELETE',
    path: '/api/files/:id',
    object: 'case',
    params: object({ id }),
    response: object({}),
    handle: async (services, { params }, actor) => {
      await removeFile(services, actor, params.id);
      return {};
    },
  }),
];
