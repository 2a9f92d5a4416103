import { json, primary, text } from '../../columns.ts';
import type { EditionSteps } from '../../records/index.ts';
import { find, insertNew } from '../../rows.ts';
import { table } from '../../table.ts';
import type { Tx } from '../../tx.ts';

/** What answers that were given under one edition are in another. */
export const editionStepTable = table<EditionSteps>('edition_steps', {
  edition: primary(text(64)),
  parent: primary(text(64)),
  steps: json(),
});

/** Written when an edition is published; the same two editions always have the same steps. */
export const editionSteps = {
  keep: (tx: Tx, steps: EditionSteps): Promise<boolean> => insertNew(tx, editionStepTable, steps),
  list: (tx: Tx): Promise<EditionSteps[]> => find(tx, editionStepTable, {}, { order: ['edition', 'parent'] }),
};
