import type { CompiledCategory } from '#core/model/index.ts';
import type { LiveEngine } from './live.ts';

/** Where an account hangs in the tree, and what kind it is, was fixed when it registered: shown, never written. */
export function withFixedFields(engine: LiveEngine, { definition }: CompiledCategory): LiveEngine {
  const { account } = definition;
  if (!account) return engine;
  const fixed = new Set([account.parent, account.kind]);
  return {
    ...engine,
    live: (application, facts) => {
      const live = engine.live(application, facts);
      const field: typeof live.field = (path, listed) => {
        const state = live.field(path, listed);
        return fixed.has(path) ? { ...state, readOnly: true } : state;
      };
      return { ...live, field };
    },
  };
}
