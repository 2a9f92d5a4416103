export { FileName } from './FileName.tsx';
export { Slot } from './Slot.tsx';
export { SlotsAt } from './SlotsAt.tsx';
export { formatBytes } from './size.ts';
export { useUsedBytes } from './useUsedBytes.ts';
