import type { CaseState, JsonObject } from '#core/model/index.ts';
import type { LoadedCase } from '#server/services/case/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import type { Tx } from '#server/store/index.ts';

/** A step in the middle of its transaction: who fired what at which case, and the state that it goes to. */
export type EffectWork = {
  services: Services;
  tx: Tx;
  /** Hashes of content that nobody needs once this transaction holds. */
  orphanedHashes: string[];
  /** Null when the system itself acts. */
  actor: Actor | null;
  loaded: LoadedCase;
  by: string;
  event: string;
  input: JsonObject;
  next: CaseState;
};

/**
 * `erased`: the case itself is gone. `trail`: what the audit row of the event says of it besides; `personal`: what it
 * says under the key of the case alone.
 */
type EffectOutcome = { erased?: true; trail?: JsonObject; personal?: JsonObject };

/** Carries out what a route may ask of the world. */
export type EffectHandler = (work: EffectWork, params: JsonObject) => Promise<EffectOutcome | undefined>;
