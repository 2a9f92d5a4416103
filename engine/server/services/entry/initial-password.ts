import { randomInt } from 'node:crypto';

const SETS = ['abcdefghjkmnpqrstuvwxyz', 'ABCDEFGHJKMNPQRSTUVWXYZ', '23456789', '!#%+=?@'];

/** Sixteen random characters, four of each class: valid under any policy of classes. */
export function initialPassword(): string {
  const signs = SETS.flatMap((set) => Array.from({ length: 4 }, () => set.charAt(randomInt(set.length))));
  for (let at = signs.length - 1; at > 0; at -= 1) {
    const other = randomInt(at + 1);
    [signs[at], signs[other]] = [signs[other] ?? '', signs[at] ?? ''];
  }
  return signs.join('');
}
