import { cases } from '#server/store/index.ts';
import type { EffectHandler } from './effect.ts';

/** `erase`: the case is destroyed with its answers and files; only the audit trail still names it. */
export const erase: EffectHandler = async ({ tx, loaded, orphanedHashes }) => {
  orphanedHashes.push(...(await cases.erase(tx, loaded.record.id)));
  return { erased: true };
};
