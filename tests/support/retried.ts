import { relative } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** A machine under load may lose a click now and then; more than so many in one run are a failure. */
const MOST = 3;

/**
 * Names the tests that passed only when they were tried again, and fails a run with more than a few of them: a test
 * that fails two times in three would otherwise be green, and nobody would know.
 */
export default class Retried implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const retried = retriedOf(modules);
    if (retried.length === 0) return;
    console.log(`\nPassed only when tried again (${retried.length}, at most ${MOST} may):`);
    for (const test of retried) console.log(`  ${nameOf(test)} (${triesOf(test)})`);
    if (isTooMany(retried)) process.exitCode = 1;
  }
}

/** The tests that passed, but not at once. */
export const retriedOf = (modules: readonly TestModule[]): TestCase[] =>
  modules.flatMap((module) => [...module.children.allTests()].filter(passedLate));

export const isTooMany = (retried: readonly TestCase[]): boolean => retried.length > MOST;

const passedLate = (test: TestCase): boolean => test.diagnostic()?.flaky === true;

const triesOf = (test: TestCase): string => `attempt ${(test.diagnostic()?.retryCount ?? 0) + 1}`;

const nameOf = ({ module, fullName }: TestCase): string =>
  `${relative(process.cwd(), module.moduleId)} > ${fullName}`;
