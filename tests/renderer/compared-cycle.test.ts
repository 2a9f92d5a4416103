import { expect, it } from 'vitest';
import { comparedCycle } from '#admin-ui/draft/model/mends.ts';
import type { DraftView } from '#core/model/wire/index.ts';

type Line = DraftView['changes'][number];
const clone = (from: string, to: string, undoneBy: number | null = null) =>
  ({ kind: 'cloneCycle', parameters: { from, to }, undoneBy }) as unknown as Line;

it('a cycle that the draft has begun is compared with what was published of the one that it was copied from', () => {
  const changes = [clone('2026', '2027'), clone('2027', '2028'), clone('2026', '2029', 4)];
  expect(['2026', '2027', '2028', '2029'].map((one) => comparedCycle(one, changes))).toEqual([
    ...['2026', '2026', '2026', '2029'],
  ]);
});
