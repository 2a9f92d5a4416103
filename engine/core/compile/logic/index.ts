/** JSON Logic of the closed dialect: checked, compiled to closures, interpreted with its reasons. */
export { checkLogic } from './check.ts';
export { ITERATING, type LogicProblem } from './check-operator.ts';
export { compileLogic, evaluating } from './compile.ts';
export { interpret, type Trace } from './interpret.ts';
export { namedPaths, pathOperands } from './missing.ts';
export { readPaths } from './read-paths.ts';
