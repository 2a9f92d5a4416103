export { EventDialog } from './EventDialog.tsx';
export { dataOutside, factsOutside } from './input.ts';
export { announcement, whoOf } from './sentences.ts';
export { useEdition } from './useEdition.ts';
export { useEventInput } from './useEventInput.ts';
