import { at, id, integer, json, nullable, primary, text } from '../../columns.ts';
import { createTable, type Migration } from '../migration.ts';

const DRAFTS = {
  id: primary(id()),
  programme: id(),
  title: text(200),
  status: text(20),
  base: json(),
  began: text(64),
  source: text(64),
  length: integer(),
  createdAt: at(),
  createdBy: nullable(id()),
  submittedBy: nullable(id()),
  approvedBy: nullable(id()),
  approved: nullable(text(64)),
  publishAt: nullable(at()),
  why: text(2000),
  version: integer(),
};

const CHANGES = {
  draft: primary(id()),
  number: primary(integer()),
  act: integer(),
  at: at(),
  by: nullable(id()),
  why: text(2000),
  kind: text(40),
  parameters: json(),
  effects: json(),
  sentences: json(),
  undoes: nullable(integer()),
  undoneBy: nullable(integer()),
  source: text(64),
};

const REMARKS = {
  id: primary(id()),
  draft: id(),
  change: nullable(integer()),
  at: at(),
  by: nullable(id()),
  text: text(2000),
};

/** Editions to come: what they began with, and the list of their changes. */
export const drafts: Migration = {
  name: '0021-drafts',
  async up(step) {
    await createTable(step, 'drafts', DRAFTS, [
      { name: 'drafts_programme', fields: ['programme', 'createdAt', 'id'] },
    ]);
    await createTable(step, 'draft_changes', CHANGES);
    await createTable(step, 'draft_remarks', REMARKS, [
      { name: 'draft_remarks_draft', fields: ['draft', 'at', 'id'] },
    ]);
  },
};
