/** Organisations of the second programme. All invented. */
import type { JsonObject } from '#core/model/index.ts';
import type { Org } from './programmes.ts';

export const GARDENS: Org[] = [
  { id: 'city', kind: 'city' },
  { id: 'treasury', kind: 'treasury', parentId: 'city' },
  { id: 'north', kind: 'association', parentId: 'city', plots: 12 },
  { id: 'adviser', kind: 'safety', parentId: 'north' },
];

export const machines = (use: 'yes' | 'no'): JsonObject => ({ application: { plan: { useMachines: use } } });
export const VERDICT: JsonObject = { opinion: 'In favour', points: 7 };
