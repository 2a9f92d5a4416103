import {
  Created,
  closed,
  DraftApproval,
  DraftChanged,
  DraftChanges,
  DraftList,
  DraftReasonText,
  DraftRemarkText,
  DraftStart,
  DraftStep,
  DraftUndo,
  DraftView,
  Empty,
  filledText,
  id,
  SheetPreview,
  SourceFiles,
} from '#core/model/wire/index.ts';
import {
  approveDraft,
  beginDraft,
  changeDraft,
  draftFiles,
  draftList,
  draftSheet,
  draftView,
  giveReason,
  importDraft,
  remarkOnDraft,
  stepDraft,
  undoAct,
} from '#server/services/drafts/index.ts';
import { guarded, type Route } from '../route.ts';
import { PAGE } from './prints.ts';

const params = closed({ id });
/** Checking a draft takes a core for seconds. */
const PER_MINUTE = 120;

export const draftRoutes: Route[] = [
  guarded({
    summary: 'Editions to come, newest first',
    access: ['definitions', 'publish'],
    method: 'GET',
    path: '/api/drafts',
    response: DraftList,
    handle: (services) => draftList(services),
  }),
  guarded({
    summary: 'Begins a draft with what is published in a cycle',
    access: ['definitions'],
    method: 'POST',
    path: '/api/drafts',
    body: DraftStart,
    response: Created,
    status: 201,
    handle: (services, { body }, actor) => beginDraft(services, actor, body),
  }),
  guarded({
    summary: 'Begins a draft with the files of a folder; the body is { "files": [{ "path", "text" }] }',
    access: ['definitions'],
    method: 'PUT',
    path: '/api/drafts',
    query: closed({ title: filledText(200) }),
    upload: true,
    response: Created,
    status: 201,
    perMinute: 10,
    handle: (services, { query, stream }, actor) => importDraft(services, actor, { ...query, stream }),
  }),
  guarded({
    summary: 'A draft: its changes in sentences, what is wrong with it, which examples do not hold',
    access: ['definitions', 'publish'],
    object: 'name',
    method: 'GET',
    path: '/api/drafts/:id',
    params,
    response: DraftView,
    perMinute: PER_MINUTE,
    handle: (services, { params }, actor) => draftView(services, actor, params.id),
  }),
  guarded({
    summary: 'The files of a draft, as a folder has them',
    access: ['definitions', 'publish'],
    object: 'name',
    method: 'GET',
    path: '/api/drafts/:id/files',
    params,
    response: SourceFiles,
    compressed: true,
    handle: (services, { params }) => draftFiles(services, params.id),
  }),
  guarded({
    summary: 'A sheet of a draft with one of its examples, as a page or a PDF',
    access: ['definitions', 'publish'],
    object: 'name',
    method: 'GET',
    path: '/api/drafts/:id/sheets/:sheet',
    params: closed({ id, sheet: id }),
    query: SheetPreview,
    response: { raw: ['text/html', 'application/pdf'] },
    perMinute: 60,
    handle: async (services, { params, query }, actor) => {
      const raw = await draftSheet(services, actor, { draft: params.id, sheet: params.sheet }, query);
      if (typeof raw !== 'string') return { raw, type: 'application/pdf' };
      return { raw, type: 'text/html; charset=utf-8', headers: { 'Content-Security-Policy': PAGE } };
    },
  }),
  guarded({
    summary: 'One change or several as one act, to the list of the length that was seen',
    access: ['definitions'],
    object: 'name',
    method: 'POST',
    path: '/api/drafts/:id/changes',
    params,
    body: DraftChanges,
    response: DraftChanged,
    perMinute: PER_MINUTE,
    handle: (services, { params, body }, actor) => changeDraft(services, actor, params.id, body),
  }),
  guarded({
    summary: 'Takes an act back, whatever came after it; an undo is taken back in the same way',
    access: ['definitions'],
    object: 'name',
    method: 'POST',
    path: '/api/drafts/:id/undo',
    params,
    body: DraftUndo,
    response: DraftChanged,
    perMinute: PER_MINUTE,
    handle: (services, { params, body }, actor) => undoAct(services, actor, params.id, body),
  }),
  guarded({
    summary: 'Writes something about a draft, or about one of its changes',
    access: ['definitions', 'publish'],
    object: 'name',
    method: 'POST',
    path: '/api/drafts/:id/remarks',
    params,
    body: DraftRemarkText,
    response: Empty,
    handle: async (services, { params, body }, actor) => {
      await remarkOnDraft(services, actor, params.id, body);
      return {};
    },
  }),
  guarded({
    summary: 'Writes why a changed rule that nothing reaches is published all the same',
    access: ['definitions'],
    object: 'name',
    method: 'POST',
    path: '/api/drafts/:id/reasons',
    params,
    body: DraftReasonText,
    response: Empty,
    perMinute: PER_MINUTE,
    handle: async (services, { params, body }, actor) => {
      await giveReason(services, actor, params.id, body);
      return {};
    },
  }),
  guarded({
    summary: 'Submits a draft with the files that were seen',
    access: ['definitions'],
    object: 'name',
    method: 'POST',
    path: '/api/drafts/:id/submit',
    params,
    body: DraftStep,
    response: Empty,
    handle: async (services, { params, body }, actor) => {
      await stepDraft(services, actor, params.id, 'submit', body);
      return {};
    },
  }),
  guarded({
    summary: 'Gives a draft up',
    access: ['definitions', 'publish'],
    object: 'name',
    method: 'POST',
    path: '/api/drafts/:id/discard',
    params,
    body: DraftStep,
    response: Empty,
    handle: async (services, { params, body }, actor) => {
      await stepDraft(services, actor, params.id, 'discard', body);
      return {};
    },
  }),
  guarded({
    summary: 'A second person approves a submitted draft: it is published at once, or at the hour given',
    access: ['publish'],
    object: 'name',
    method: 'POST',
    path: '/api/drafts/:id/approve',
    params,
    body: DraftApproval,
    response: Empty,
    handle: async (services, { params, body }, actor) => {
      await approveDraft(services, actor, params.id, body);
      return {};
    },
  }),
];
