import type { Json, Logic, LogicScope } from '#core/model/index.ts';
import type { Budget } from './budget.ts';
import type { Run } from './node.ts';
import { readPaths, readsWhole } from './read-paths.ts';

/** What is the same for all logic of an evaluation, whichever section, row or item it stands in. */
const EVERYWHERE: ReadonlySet<string> = new Set([
  'application',
  'applicant',
  'unit',
  'desks',
  'desk',
  'subtree',
  'files',
  'cycle',
  'now',
  'case',
  'others',
]);

/** Whether logic gives the same wherever it stands in a form. */
export function isSameEverywhere(logic: Logic, { expressions }: LogicScope): boolean {
  if (readsWhole(logic, expressions)) return false;
  return readPaths(logic, expressions).every((path) => EVERYWHERE.has(path.split('.', 1)[0] ?? ''));
}

/**
 * A run that is carried out once for the same answers and gives the same again afterwards, for the same steps. Lists and
 * objects are not remembered: nothing of an application stays behind but single values.
 */
export function remembered(run: Run, budget: Budget): Run {
  let at = -1;
  let value: Json = null;
  let steps = 0;
  return (data, root) => {
    if (at === budget.moment()) {
      budget.spend(steps);
      return value;
    }
    const before = budget.left();
    const result = run(data, root);
    if (typeof result === 'object' && result !== null) return result;
    [at, value, steps] = [budget.moment(), result, before - budget.left()];
    return result;
  };
}
