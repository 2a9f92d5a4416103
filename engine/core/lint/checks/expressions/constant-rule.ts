import { scopeOf } from '#core/compile/index.ts';
import { constantOf } from '../../constants.ts';
import type { Check } from '../../context.ts';

/** A statement that holds always or never, whatever is answered. */
export const constantRule: Check = {
  code: 'constant-rule',
  run: ({ logics, definition }) => {
    const scope = scopeOf(definition);
    return logics
      .filter((site) => site.use === 'require')
      .flatMap(({ logic, pointer }) => {
        const constant = constantOf(logic, scope);
        const outcome = constant?.value === true ? 'always' : 'never';
        return constant ? [{ at: pointer, sentence: `constant-rule.${outcome}` as const }] : [];
      });
  },
};
