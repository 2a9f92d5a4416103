const SIZES = {
  A3: [297, 420],
  A4: [210, 297],
  A5: [148, 210],
  Letter: [216, 279],
  Legal: [216, 356],
} as const;

/** What paper of this size is called, in millimetres, and how it lies; null where it has no name. */
export function paperName(
  width: number,
  height: number,
): { size: string; orientation: 'portrait' | 'landscape' } | null {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  const found = Object.entries(SIZES).find(
    ([, [one, other]]) => Math.abs(one - short) <= 1 && Math.abs(other - long) <= 1,
  );
  return found ? { size: found[0], orientation: width > height ? 'landscape' : 'portrait' } : null;
}
