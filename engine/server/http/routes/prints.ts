import { Type } from 'typebox';
import {
  AttestationQuestion,
  AttestationView,
  AttestedSheets,
  closed,
  id,
  SheetChange,
  SheetFormat,
  SheetLength,
  SheetSettings,
} from '#core/model/wire/index.ts';
import { attestedSheets, checkAttestation } from '#server/services/attestations/index.ts';
import {
  readSettings,
  saveSettings,
  sheetHtml,
  sheetLength,
  sheetPdf,
} from '#server/services/cases/index.ts';
import { guarded, open, type Route } from '../route.ts';

const sheetWithFormat = Type.String({ pattern: '^[0-9A-Za-z_-]{1,40}(\\.(html|pdf))?$' });

/** A printed page styles itself and fetches nothing. */
export const PAGE =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'self' data:; frame-ancestors 'self'";

export const printRoutes: Route[] = [
  guarded({
    summary: 'A sheet of a case, as a page or a PDF (`?format=`, or `.html` and `.pdf` behind the sheet)',
    method: 'GET',
    path: '/api/cases/:id/sheets/:sheet',
    object: 'case',
    params: closed({ id, sheet: sheetWithFormat }),
    query: SheetFormat,
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
  guarded({
    summary: 'How many pages a sheet has that must fit on a number of them',
    method: 'GET',
    path: '/api/cases/:id/sheets/:sheet/length',
    object: 'case',
    params: closed({ id, sheet: id }),
    response: SheetLength,
    perMinute: 60,
    handle: (services, { params }, actor) =>
      sheetLength(services, actor, { caseId: params.id, sheet: params.sheet }),
  }),
  guarded({
    summary: 'What can be set for printing a sheet, and what is set',
    method: 'GET',
    path: '/api/cases/:id/sheets/:sheet/settings',
    object: 'case',
    params: closed({ id, sheet: id }),
    response: SheetSettings,
    handle: (services, { params }, actor) =>
      readSettings(services, actor, { caseId: params.id, sheet: params.sheet }),
  }),
  guarded({
    summary: 'Set how a sheet of this case is printed',
    method: 'PUT',
    path: '/api/cases/:id/sheets/:sheet/settings',
    object: 'case',
    params: closed({ id, sheet: id }),
    body: SheetChange,
    response: SheetSettings,
    handle: (services, { params, body }, actor) =>
      saveSettings(services, actor, { caseId: params.id, sheet: params.sheet }, body),
  }),
  open({
    summary: 'The sheets whose official prints carry a code, and what has to be known of one to ask about it',
    method: 'GET',
    path: '/api/attestations',
    response: AttestedSheets,
    compressed: true,
    perMinute: 60,
    handle: (services) => attestedSheets(services),
  }),
  open({
    summary: 'Whether such a print was issued; asked in the body, so that nothing of it stands in a log',
    method: 'POST',
    path: '/api/attestations',
    body: AttestationQuestion,
    response: AttestationView,
    perMinute: 12,
    handle: (services, { body }) => checkAttestation(services, body),
  }),
];
