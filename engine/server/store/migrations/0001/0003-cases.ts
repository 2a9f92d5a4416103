import { at, id, integer, json, long, nullable, primary, text, within } from '../../columns.ts';
import { createTable, type Migration } from '../migration.ts';

const CASES = {
  id: primary(id()),
  subject: text(20),
  edition: text(64),
  category: id(),
  route: id(),
  ownerUserId: nullable(id()),
  ownerOrganisationId: nullable(id()),
  unitId: nullable(id()),
  cycle: text(60),
  name: text(200),
  stateKey: text(190),
  state: json(),
  context: json(),
  round: integer(),
  version: integer(),
  bytesUsed: integer(),
  createdAt: at(),
  updatedAt: at(),
  enteredAt: at(),
};

const SECTIONS = {
  caseId: within('cases', primary(id())),
  section: primary(id()),
  value: json(),
  version: integer(),
  savedAt: at(),
};

const FILES = {
  id: primary(id()),
  caseId: within('cases', id()),
  section: id(),
  row: nullable(id()),
  slot: id(),
  name: text(255),
  mediaType: text(100),
  bytes: integer(),
  pages: nullable(integer()),
  sha256: text(64),
  createdAt: at(),
};

const STRIKES = {
  caseId: within('cases', primary(id())),
  section: primary(id()),
  row: primary(id()),
  desk: id(),
  note: long(),
  at: at(),
};

const EVENTS = {
  id: primary(id()),
  caseId: within('cases', id()),
  seq: integer(),
  event: id(),
  by: id(),
  userId: nullable(id()),
  organisationId: nullable(id()),
  fromState: json(),
  toState: json(),
  input: json(),
  round: integer(),
  at: at(),
};

const POSITIONS = {
  caseId: within('cases', primary(id())),
  organisationId: primary(id()),
  desk: id(),
  queue: id(),
  cycle: text(60),
  route: id(),
  since: at(),
};

/** Cases with everything that belongs to them, and the queues they are in. */
export const cases: Migration = {
  name: '0003-cases',
  async up(step) {
    await createTable(step, 'cases', CASES, [
      { name: 'cases_unit', fields: ['unitId', 'cycle', 'route', 'stateKey'] },
      { name: 'cases_owner', fields: ['ownerUserId'] },
      { name: 'cases_owner_organisation', fields: ['ownerOrganisationId'] },
    ]);
    await createTable(step, 'case_sections', SECTIONS);
    await createTable(step, 'files', FILES, [
      { name: 'files_case', fields: ['caseId'] },
      { name: 'files_content', fields: ['sha256'] },
    ]);
    await createTable(step, 'strikes', STRIKES);
    await createTable(step, 'events', EVENTS, [
      { name: 'events_order', fields: ['caseId', 'seq'], unique: true },
    ]);
    await createTable(step, 'positions', POSITIONS, [
      { name: 'positions_queue', fields: ['organisationId', 'route', 'cycle', 'queue', 'since', 'caseId'] },
    ]);
  },
};
