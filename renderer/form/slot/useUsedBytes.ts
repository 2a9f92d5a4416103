import { useSnapshot } from '../store/context.tsx';

/** How much room the files take: those that a condition hides are set aside and take none. */
export function useUsedBytes(): number {
  const files = useSnapshot((snapshot) => snapshot.files);
  const live = useSnapshot((snapshot) => snapshot.live);
  const shown = files.filter(({ section, slot, row }) => live.slot(section, slot, row).visible);
  return shown.reduce((sum, { bytes }) => sum + bytes, 0);
}
