import type { JsonObject } from '#core/model/index.ts';
import { RuleLimitError } from '#core/vocabulary/index.ts';

/**
 * What may be taken: a piece of logic, run once; and all that is run in one evaluation. A step is a piece of logic
 * carried out, an element passed or some characters read or made: 0.1 µs and 32 bytes at worst
 * (docs/decisions/0051).
 */
const STEPS = { logic: 300_000, evaluation: 1_000_000 } as const;

/** The steps that are left. Runs of one scope never overlap, so one serves a whole scope. */
export type Steps = {
  /** Pays for what is carried out. Throws RuleLimitError when no steps are left. */
  spend(steps: number): void;
  /** Begins a run, which takes so many steps whatever it reads. Throws RuleLimitError when no steps are left. */
  begin(steps: number): void;
  /** The steps that are left of this run. */
  left(): number;
  /**
   * A number for the answers that are read: the same as long as they cannot be others, so that what was computed of
   * them is found again. Outside of `within` each run has its own.
   */
  moment(): number;
  /** Begins to read these data. */
  read(data: JsonObject): void;
  /** Nothing computed during this work is found again, as it changes what it reads; nor what was computed before it. */
  forgetting<T>(work: () => T): T;
  /** What the evaluation under way has taken so far. */
  taken(): number;
  /** All runs of this work share the steps of one evaluation; work inside it shares those of the outer one. */
  within<T>(work: () => T): T;
};

/** Full steps. Outside of `within` each run has its own. */
export function createSteps(): Steps {
  let granted = 0;
  let left = 0;
  let rest = Number.POSITIVE_INFINITY;
  let over: RuleLimitError | null = null;
  let moment = 0;
  let reading: JsonObject | null = null;
  let isForgetful = false;
  const spend = (steps: number): void => {
    left -= steps;
    if (left < 0) throw exhausted();
  };
  /** One error for an evaluation: what comes after it fails as well, and a stack for each would cost more than rules do. */
  const exhausted = (): RuleLimitError => {
    if (rest - granted > 0 || rest === Number.POSITIVE_INFINITY)
      return tooMany('the rule takes', STEPS.logic);
    over ??= tooMany('the rules of this form together take', STEPS.evaluation);
    return over;
  };
  return {
    spend,
    begin: (steps) => {
      rest -= granted - Math.max(left, 0);
      granted = Math.min(STEPS.logic, rest);
      left = granted;
      spend(steps);
    },
    left: () => left,
    moment: () => moment,
    read: (data) => {
      if (data === reading) return;
      moment += 1;
      reading = isForgetful || rest === Number.POSITIVE_INFINITY ? null : data;
    },
    forgetting: (work) => {
      const outer = isForgetful;
      [isForgetful, reading] = [true, null];
      try {
        return work();
      } finally {
        isForgetful = outer;
      }
    },
    taken: () => STEPS.evaluation - rest + granted - Math.max(left, 0),
    within: (work) => {
      if (rest !== Number.POSITIVE_INFINITY) return work();
      [granted, left, rest, over] = [0, 0, STEPS.evaluation, null];
      try {
        return work();
      } finally {
        rest = Number.POSITIVE_INFINITY;
        reading = null;
      }
    },
  };
}

/** Whether an evaluation that takes so many steps leaves each piece of logic all of its own. */
export function leavesRoom(steps: number): boolean {
  return steps <= STEPS.evaluation - STEPS.logic;
}

function tooMany(rules: string, most: number): RuleLimitError {
  return new RuleLimitError(`${rules} more than ${most} steps`);
}
