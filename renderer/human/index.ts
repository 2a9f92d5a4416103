/** The human check of public forms: show `HumanCheck`, send what `take` gives as `proof`. */
export { HumanCheck } from './HumanCheck.tsx';
export { useHumanCheck } from './useHumanCheck.ts';
