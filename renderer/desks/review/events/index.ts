export { type Begun, begunOf } from './begun.ts';
export { EventDialog } from './EventDialog.tsx';
export { announcement, whoOf } from './sentences.ts';
export { useBareFacts } from './useBareFacts.ts';
export { useEdition } from './useEdition.ts';
export { useEventInput } from './useEventInput.ts';
