import type { Json, JsonObject } from '#core/model/index.ts';
import {
  checkCase,
  fireBulk,
  fireEvent,
  lookAt,
  openCase,
  saveSection,
} from '#server/services/cases/index.ts';
import { guarded, type Route } from '../route.ts';
import { anything, id, listOf, object, text, version } from '../schema.ts';
import { caseView, fired, problems, sectionRecord } from '../schemas/index.ts';

type OneCase = { params: { id: string } };

/** How many cases one call may fire at: a busy morning of a large desk. */
const BULK = 500;
const input: JsonObject = { type: 'object' };

export const caseRoutes: Route[] = [
  guarded<OneCase>({
    summary: 'A case for filling or reading',
    method: 'GET',
    path: '/api/cases/:id',
    object: 'case',
    params: object({ id }),
    response: caseView,
    handle: (services, { params }, actor) => openCase(services, actor, params.id),
  }),
  guarded<OneCase>({
    summary: 'Everything that is still wrong with the answers',
    method: 'GET',
    path: '/api/cases/:id/problems',
    object: 'case',
    params: object({ id }),
    response: problems,
    handle: (services, { params }, actor) => checkCase(services, actor, params.id),
  }),
  guarded<OneCase & { query: { section: string; path: string } }>({
    summary: 'One sensitive value, whole; each look is told to the audit trail',
    access: ['review', 'accounts'],
    method: 'GET',
    path: '/api/cases/:id/sensitive',
    object: 'case',
    params: object({ id }),
    query: object({ section: id, path: text(200) }),
    response: object({ value: anything }),
    perMinute: 60,
    handle: (services, { params, query }, actor) => lookAt(services, actor, { caseId: params.id, ...query }),
  }),
  guarded<{ params: { id: string; section: string }; body: { version: number; value: Json } }>({
    summary: 'Save one section at the version that it was read at',
    method: 'PUT',
    path: '/api/cases/:id/sections/:section',
    object: 'case',
    params: object({ id, section: id }),
    body: object({ version, value: anything }),
    response: sectionRecord,
    perMinute: 240,
    handle: (services, { params, body }, actor) =>
      saveSection(services, actor, { caseId: params.id, section: params.section, ...body }),
  }),
  guarded<OneCase & { body: { event: string; by?: string; input?: JsonObject; version: number } }>({
    summary: 'Fire an event at a case',
    method: 'POST',
    path: '/api/cases/:id/events',
    object: 'case',
    params: object({ id }),
    body: object({ event: text(64), 'by?': text(64), 'input?': input, version }),
    response: fired,
    perMinute: 240,
    handle: (services, { params, body }, actor) => fireEvent(services, actor, params.id, body),
  }),
  guarded<{ body: { event: string; cases: { id: string; version: number }[]; input?: JsonObject } }>({
    summary: 'Fire an event at many cases, all or none',
    access: ['review', 'accounts'],
    method: 'POST',
    path: '/api/events',
    object: 'case',
    body: object({
      event: text(64),
      cases: { ...listOf(object({ id, version }), BULK), minItems: 1 },
      'input?': input,
    }),
    response: fired,
    perMinute: 60,
    handle: (services, { body }, actor) => fireBulk(services, actor, body),
  }),
];
