/** What every way of making a case asks and shows. */
export { CaseForm } from './CaseForm.tsx';
export { Outcome } from './Outcome.tsx';
