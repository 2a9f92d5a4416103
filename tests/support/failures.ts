import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';
import { isTooMany, retriedOf } from './retried.ts';

const MOST_CHARACTERS = 600;

/**
 * Writes one line for each thing that failed into the file that `FAILURES` names, as a list of JSON: a test, a file or
 * a `beforeAll` that could not be run, an error that nobody caught. Where only the end of a log is seen, the end then
 * names it (`engine/cli/bootstrap/test.mjs`).
 */
export default class Failures implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], uncaught: readonly SerializedError[]): void {
    const path = process.env.FAILURES;
    if (path === undefined) return;
    const lines = [...modules.flatMap(failuresOf), ...uncaught.map(uncaughtLine), ...retriedLines(modules)];
    writeFileSync(path, JSON.stringify(lines));
  }
}

function failuresOf(module: TestModule): string[] {
  const suites = [...module.children.allSuites()];
  const tests = [...module.children.allTests()];
  return [
    ...linesOf(nameOf(module), module.errors()),
    ...suites.flatMap((suite) => linesOf(`${nameOf(module)} > ${suite.fullName}`, suite.errors())),
    ...tests.filter(hasFailed).map((test) => line(`${nameOf(module)} > ${test.fullName}`, errorOf(test))),
  ];
}

const hasFailed = (test: TestCase): boolean => test.result().state === 'failed';

const errorOf = (test: TestCase): SerializedError | undefined => test.result().errors?.[0];

/** What went wrong around tests rather than in one: an import, a `beforeAll`, an `afterAll`. */
const linesOf = (where: string, errors: readonly SerializedError[]): string[] =>
  errors.map((error) => line(where, error));

/** The test is the one that ran then: not always the one that began it. */
const uncaughtLine = (error: SerializedError): string => {
  const during = [error.VITEST_TEST_PATH, error.VITEST_TEST_NAME].filter(Boolean).join(' > ');
  return line(`nobody caught this, during ${during || 'no test'}`, error);
};

const retriedLines = (modules: readonly TestModule[]): string[] => {
  const retried = retriedOf(modules);
  return isTooMany(retried) ? [`${retried.length} tests passed only when tried again`] : [];
};

const nameOf = (module: TestModule): string => relative(process.cwd(), module.moduleId);

function line(where: string, error: SerializedError | undefined): string {
  const message = stripVTControlCharacters(error?.message ?? 'no message').replaceAll(/\s*\n\s*/g, ' | ');
  return `${where}: ${message.slice(0, MOST_CHARACTERS)}`;
}
