import { at, id, json, primary, text, within } from '../columns.ts';
import type { Attestation } from '../records/index.ts';
import { findOne, insertNew } from '../rows.ts';
import { table } from '../table.ts';
import type { Tx } from '../tx.ts';

/** Official prints that were issued. */
export const attestationTable = table<Attestation>('attestations', {
  code: primary(text(20)),
  caseId: within('cases', id()),
  sheet: id(),
  edition: text(64),
  revision: text(16),
  stateKey: text(190),
  facts: json(),
  dataAt: at(),
  issuedAt: at(),
});

/** Official prints, by their codes; they go with their case. */
export const attestations = {
  get: (tx: Tx, code: string): Promise<Attestation | null> => findOne(tx, attestationTable, { code }),

  /** The same print that is issued again keeps the moment of the first time. */
  async add(tx: Tx, row: Attestation): Promise<void> {
    await insertNew(tx, attestationTable, row);
  },
};
