import { cases } from '#server/store/index.ts';
import type { EffectHandler } from './effect.ts';

/** `erase`: the case is destroyed with its answers and files; only the audit trail knows that it was there. */
export const erase: EffectHandler = async ({ tx, loaded, orphanedHashes }) => {
  orphanedHashes.push(...(await cases.erase(tx, loaded.record.id)));
  return { erased: true };
};
