import type { JsonObject } from '#core/model/index.ts';
import { readSettings, saveSettings, sheetHtml, sheetPdf } from '#server/services/cases/index.ts';
import { guarded, type Route } from '../route.ts';
import { id, object, oneOf } from '../schema.ts';
import { sheetSettings } from '../schemas/index.ts';

type Sheet = { params: { id: string; sheet: string } };

/** A printed page styles itself and fetches nothing. */
const PAGE =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'self' data:; frame-ancestors 'self'";

export const printRoutes: Route[] = [
  guarded<Sheet & { query: { format?: 'html' | 'pdf' } }>({
    summary: 'A sheet of a case, as a page or a PDF (`?format=`, or `.html` and `.pdf` behind the sheet)',
    method: 'GET',
    path: '/api/cases/:id/sheets/:sheet',
    object: 'case',
    params: object({ id, sheet: { type: 'string', pattern: '^[0-9A-Za-z_-]{1,40}(\\.(html|pdf))?$' } }),
    query: object({ 'format?': oneOf('html', 'pdf') }),
    response: { raw: ['text/html', 'application/pdf'] },
    perMinute: 60,
    handle: async (services, { params, query }, actor) => {
      const [sheet = '', suffix] = params.sheet.split('.');
      const request = { caseId: params.id, sheet };
      if ((query.format ?? suffix) === 'pdf')
        return { raw: await sheetPdf(services, actor, request), type: 'application/pdf' };
      return {
        raw: await sheetHtml(services, actor, request),
        type: 'text/html; charset=utf-8',
        headers: { 'Content-Security-Policy': PAGE },
      };
    },
  }),
  guarded<Sheet>({
    summary: 'What can be set for printing a sheet, and what is set',
    method: 'GET',
    path: '/api/cases/:id/sheets/:sheet/settings',
    object: 'case',
    params: object({ id, sheet: id }),
    response: sheetSettings,
    handle: (services, { params }, actor) =>
      readSettings(services, actor, { caseId: params.id, sheet: params.sheet }),
  }),
  guarded<Sheet & { body: JsonObject }>({
    summary: 'Set how a sheet of this case is printed',
    method: 'PUT',
    path: '/api/cases/:id/sheets/:sheet/settings',
    object: 'case',
    params: object({ id, sheet: id }),
    body: { type: 'object', maxProperties: 50 },
    response: sheetSettings,
    handle: (services, { params, body }, actor) =>
      saveSettings(services, actor, { caseId: params.id, sheet: params.sheet }, body),
  }),
];
