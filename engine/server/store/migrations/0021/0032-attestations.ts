import { at, id, json, primary, text, within } from '../../columns.ts';
import { createTable, type Migration } from '../migration.ts';

const ATTESTATIONS = {
  code: primary(text(20)),
  caseId: within('cases', id()),
  sheet: id(),
  edition: text(64),
  revision: text(16),
  stateKey: text(190),
  facts: json(),
  dataAt: at(),
  issuedAt: at(),
};

/** Official prints that were issued, by the codes that they carry. */
export const attestations: Migration = {
  name: '0032-attestations',
  up: (step) =>
    createTable(step, 'attestations', ATTESTATIONS, [{ name: 'attestations_case', fields: ['caseId'] }]),
};
