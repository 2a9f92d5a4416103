import { checkLogic, scopeOf } from '#core/compile/index.ts';
import { constantOf } from '../../constants.ts';
import type { Check, Finding } from '../../context.ts';
import { shapeGiven } from '../../misfits.ts';

/** What is neither yes nor no. */
const VALUES = ['number', 'text', 'list', 'record'];

/** A statement that holds always or never, whatever is answered: it passes where it is `true`, and nothing else. */
export const constantRule: Check = {
  code: 'constant-rule',
  run: (context) => {
    const scope = scopeOf(context.definition);
    return context.logics.flatMap((site): Finding[] => {
      const { logic, pointer, use } = site;
      const constant = use === 'require' ? constantOf(logic, scope) : undefined;
      const outcome = constant?.value === true ? 'always' : 'never';
      if (constant) return [{ at: pointer, sentence: `constant-rule.${outcome}` }];
      // Where a rule says when it is asked, it may hold never; but a value is no answer to it.
      const isRule = use === 'require' || pointer.endsWith('/require');
      return isRule && VALUES.includes(shapeGiven(context, site).type) && checkLogic(logic).length === 0
        ? [{ at: pointer, sentence: 'constant-rule.value', severity: 'warning' }]
        : [];
    });
  },
};
