import { type Json, sameJson } from '#core/json/index.ts';
import type { Change } from '../model.ts';

/** What counts of a list of changes: neither what was taken back, nor what took it back. */
export function netOf(changes: readonly Change[]): Change[] {
  const all = changes.map((change) => ({
    change,
    of: change.kind === 'revert' ? (change.of ?? null) : undefined,
  }));
  const isOf = (of: Json | undefined, { change }: (typeof all)[number]) =>
    of !== undefined && sameJson(of, jsonOf(change));
  const isTakenBack = (index: number, of: Json | undefined) =>
    all.slice(index, index + 1).some((one) => isOf(of, one));
  const isInForce = (index: number): boolean =>
    !all.some(({ of }, at) => at > index && isTakenBack(index, of) && isInForce(at));
  return changes.filter((change, index) => {
    const isPair = change.kind === 'revert' && all.some((one, at) => at < index && isOf(change.of, one));
    return !isPair && isInForce(index);
  });
}

const jsonOf = (change: Change): Json =>
  Object.fromEntries(Object.entries(change).map(([key, value]): [string, Json] => [key, value ?? null]));
