import { Type } from 'typebox';
import { asObject } from '#core/json/index.ts';
import type { JsonObject } from '#core/model/index.ts';
import {
  AttestationQuestion,
  AttestationView,
  AttestedSheets,
  closed,
  FrozenPrints,
  id,
  SheetChange,
  SheetFormat,
  SheetLength,
  SheetSettings,
} from '#core/model/wire/index.ts';
import { attestedSheets, checkAttestation } from '#server/services/attestations/index.ts';
import {
  frozenList,
  frozenPdf,
  previewHtml,
  readSettings,
  saveSettings,
  sheetHtml,
  sheetLength,
  sheetPdf,
} from '#server/services/cases/index.ts';
import { Failure, whileWaited } from '#server/services/ground/index.ts';
import { guarded, open, type Route } from '../route.ts';

const sheetWithFormat = Type.String({ pattern: '^[0-9A-Za-z_-]{1,40}(\\.(html|pdf))?$' });

/** Settings out of an address. Throws `settings-refused`. */
function readSettingsText(text: string): JsonObject {
  try {
    return asObject(JSON.parse(text));
  } catch {
    throw new Failure('invalid', 'settings-refused');
  }
}

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
    handle: async (services, { params, query, gone }, actor) => {
      const [sheet = '', suffix] = params.sheet.split('.');
      const request = { caseId: params.id, sheet };
      if ((query.format ?? suffix) === 'pdf')
        return { raw: await sheetPdf(whileWaited(services, gone), actor, request), type: 'application/pdf' };
      const { settings } = query;
      return {
        raw:
          settings === undefined
            ? await sheetHtml(services, actor, request)
            : await previewHtml(services, actor, request, readSettingsText(settings)),
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
    handle: (services, { params, gone }, actor) =>
      sheetLength(whileWaited(services, gone), actor, { caseId: params.id, sheet: params.sheet }),
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
  guarded({
    summary: 'The official prints of a case as they were when it came into a state',
    method: 'GET',
    path: '/api/cases/:id/frozen-prints',
    object: 'case',
    params: closed({ id }),
    response: FrozenPrints,
    handle: (services, { params }, actor) => frozenList(services, actor, params.id),
  }),
  guarded({
    summary: 'One of them, as a PDF',
    method: 'GET',
    path: '/api/cases/:id/frozen-prints/:print',
    object: 'case',
    params: closed({ id, print: id }),
    response: { raw: ['application/pdf'] },
    perMinute: 60,
    handle: async (services, { params }, actor) => ({
      raw: await frozenPdf(services, actor, { caseId: params.id, print: params.print }),
      type: 'application/pdf',
    }),
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
