import { checkLogic, scopeOf } from '#core/compile/index.ts';
import { isObject } from '#core/json/index.ts';
import type { Logic } from '#core/model/index.ts';
import { operators } from '#core/vocabulary/index.ts';
import { constantOf } from '../../constants.ts';
import type { Check, Finding } from '../../context.ts';

/** What an operator gives that is neither yes nor no. */
const VALUES = ['number', 'text', 'date', 'list'];

/** A statement that holds always or never, whatever is answered. */
export const constantRule: Check = {
  code: 'constant-rule',
  run: ({ logics, definition }) => {
    const scope = scopeOf(definition);
    return logics.flatMap(({ logic, pointer, use }): Finding[] => {
      const constant = use === 'require' ? constantOf(logic, scope) : undefined;
      const outcome = constant?.value === true ? 'always' : 'never';
      if (constant) return [{ at: pointer, sentence: `constant-rule.${outcome}` }];
      // Where a rule says when it is asked, it may hold never; but a value is no answer to it.
      const isRule = use === 'require' || pointer.endsWith('/require');
      return isRule && givesValue(logic)
        ? [{ at: pointer, sentence: 'constant-rule.value', severity: 'warning' }]
        : [];
    });
  },
};

/** A statement passes where it is `true`, and nothing else. */
function givesValue(logic: Logic): boolean {
  const [name = ''] = isObject(logic) ? Object.keys(logic) : [];
  return VALUES.includes(operators.get(name)?.returns ?? '') && checkLogic(logic).length === 0;
}
