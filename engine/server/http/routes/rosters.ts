import { PassThrough } from 'node:stream';
import type { Ability } from '#core/model/index.ts';
import {
  Created,
  closed,
  Empty,
  id,
  PrintRunList,
  PrintRunStart,
  RosterRequest,
} from '#core/model/wire/index.ts';
import { endPrintRun, printRunFile, printRunList, startPrintRun } from '#server/services/print-runs/index.ts';
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

const runParams = closed({ id });
const access: Ability[] = ['review', 'accounts'];
const TYPES = { pdf: 'application/pdf', zip: 'application/zip' };

export const printRunRoutes: Route[] = [
  guarded({
    summary: 'What I have asked to be printed in one file',
    access,
    method: 'GET',
    path: '/api/print-runs',
    response: PrintRunList,
    handle: (services, _request, actor) => printRunList(services, actor),
  }),
  guarded({
    summary: 'Print a sheet of many cases into one file',
    access,
    method: 'POST',
    path: '/api/print-runs',
    body: PrintRunStart,
    response: Created,
    status: 201,
    perMinute: 20,
    handle: (services, { body }, actor) => startPrintRun(services, actor, body),
  }),
  guarded({
    summary: 'The file, for whoever asked for it',
    access,
    object: 'name',
    method: 'GET',
    path: '/api/print-runs/:id/file',
    params: runParams,
    response: { raw: ['application/pdf', 'application/zip'] },
    perMinute: 20,
    handle: async (services, { params }, actor) => {
      const { content, form, name } = await printRunFile(services, actor, params.id);
      return {
        raw: content.stream,
        type: TYPES[form],
        download: name,
        headers: { 'Content-Length': String(content.bytes) },
      };
    },
  }),
  guarded({
    summary: 'Cancel what is being printed, or delete the file',
    access,
    object: 'name',
    method: 'DELETE',
    path: '/api/print-runs/:id',
    params: runParams,
    response: Empty,
    handle: async (services, { params }, actor) => {
      await endPrintRun(services, actor, params.id);
      return {};
    },
  }),
];
