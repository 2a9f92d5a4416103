/** Logic as rows that people edit, and back: what no row can show is handed through as it is. */
export {
  type Comparison,
  comparisonsFor,
  needsValue,
  viewed,
  viewOf,
  withComparison,
} from './comparisons.ts';
export { CALLS, type Call, logicOf, logicOfTerm, type Row, rowOf, type Term } from './rows.ts';
export { type Readable, type ReadableKind, readables } from './sources.ts';
