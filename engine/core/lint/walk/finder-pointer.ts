import { pointer } from '#core/json/index.ts';
import type { DeskDefinition } from '#core/model/index.ts';

/** Where one way of finding a desk stands inside its route: a single one is not in a list. */
export const finderPointer = (id: string, { find }: DeskDefinition, index: number): string =>
  pointer('desks', id, 'find') + (Array.isArray(find) ? pointer(index) : '');
