import { DIRECTORY, generationTable } from '../generations.ts';
import type { Tx } from '../tx.ts';
import { type Part, part } from './find-together.ts';

/** Reads the generation together with other things. */
export function generationPart(tx: Tx): Part {
  const seen = tx.directory.reading();
  return part(
    generationTable,
    () => DIRECTORY,
    ([row]) => {
      if (row === undefined) throw new Error('The table generations was emptied.');
      seen(row.number);
      if (tx.memory && !tx.memory.changesDirectory) tx.memory.generation = row.number;
    },
  );
}
