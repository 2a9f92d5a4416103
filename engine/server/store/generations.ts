import { id, integer, primary } from './columns.ts';
import { table } from './table.ts';

/** How often what one name stands for was changed. */
export type Generation = { name: string; number: number };

/** Counts the changes of the tables in the directory, whichever process makes them: one row. */
export const generationTable = table<Generation>('generations', { name: primary(id()), number: integer() });

/** The row of the directory. */
export const DIRECTORY = { name: 'directory' };
