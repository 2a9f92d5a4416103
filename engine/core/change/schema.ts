import type { JsonObject } from '#core/model/index.ts';
import { KINDS } from './kinds/index.ts';

/** The JSON Schema of every change: one of the kinds with its parameters. */
export function changeSchema(): JsonObject {
  return { type: 'object', required: ['kind'], oneOf: [...KINDS.values()].map(({ schema }) => schema) };
}
