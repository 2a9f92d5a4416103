/** What every way of making a case asks and shows. */
export { Outcome } from './Outcome.tsx';
export { VerdictField } from './VerdictField.tsx';
