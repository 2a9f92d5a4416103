import type { Json } from '#core/model/index.ts';
import type { Change, LeafEffect } from './model.ts';

/**
 * The change that takes another one back, whatever has come after it: made of what it did, as `apply` told. Taken back
 * itself it makes the change again.
 */
export function invert(change: Change, effects: readonly LeafEffect[]): Change {
  const of = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Record<
    string,
    Json
  >;
  return { kind: 'revert', of, effects: effects as unknown as Json };
}
