/** JSON Logic of the closed dialect: checked, compiled to closures, interpreted with its reasons. */
export { leavesRoom } from './budget.ts';
export { checkLogic } from './check.ts';
export { ITERATING, type LogicProblem } from './check-operator.ts';
export { compileLogic, evaluating, evaluatingAnew, stepsTaken } from './compile.ts';
export { interpret, type Trace } from './interpret.ts';
export { namedPaths, pathOperands } from './missing.ts';
export { readPaths, readsWhole } from './read-paths.ts';
