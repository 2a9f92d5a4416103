import type { JsonObject, LogicScope } from '#core/model/index.ts';
import { type OperatorContext, RuleLimitError } from '#core/vocabulary/index.ts';

/**
 * What may be taken: a piece of logic, run once; and all that is run in one evaluation. A step is a piece of logic
 * carried out, an element passed or some characters read or made: 0.1 µs and 32 bytes at worst
 * (docs/decisions/0051).
 */
const STEPS = { logic: 300_000, evaluation: 1_000_000 } as const;

/**
 * The steps that are left, with what else operators may ask of their scope. Runs of one scope never overlap, so one
 * serves a whole scope. Every run begins here: only small whole numbers, no closures.
 */
export class Budget implements OperatorContext {
  readonly timeZone: string;
  readonly codes: LogicScope['codes'];
  /** Of the run under way: what it was given, and what is left of it. */
  private granted = 0;
  private rest = 0;
  /** What is left to all runs of an evaluation; outside of `within` each run has its own. */
  private ofAll = 0;
  private isShared = false;
  private over: RuleLimitError | null = null;
  private version = 0;
  private reading: JsonObject | null = null;
  private isForgetful = false;

  constructor({ timeZone, codes }: Pick<LogicScope, 'timeZone' | 'codes'>) {
    this.timeZone = timeZone;
    this.codes = codes;
  }

  /** Pays for what is carried out. Throws RuleLimitError when no steps are left. Operators may take it along alone. */
  readonly spend = (steps: number): void => {
    this.rest -= steps;
    if (this.rest < 0) throw this.exhausted();
  };

  /** Begins a run, which takes so many steps whatever it reads. Throws RuleLimitError when no steps are left. */
  begin(steps: number): void {
    this.granted = this.isShared ? this.share() : STEPS.logic;
    this.rest = this.granted;
    this.spend(steps);
  }

  /** Takes what the last run has used from what all have. */
  private share(): number {
    this.ofAll -= this.used;
    return this.ofAll < STEPS.logic ? this.ofAll : STEPS.logic;
  }

  /** The steps that are left of this run. */
  left(): number {
    return this.rest;
  }

  /**
   * A number for the answers that are read: the same as long as they cannot be others, so that what was computed of
   * them is found again. Outside of `within` each run has its own.
   */
  moment(): number {
    return this.version;
  }

  /** Begins to read these data. */
  read(data: JsonObject): void {
    if (data === this.reading) return;
    this.version += 1;
    this.reading = this.isForgetful || !this.isShared ? null : data;
  }

  /** Nothing computed during this work is found again, as it changes what it reads; nor what was computed before it. */
  forgetting<T>(work: () => T): T {
    const outer = this.isForgetful;
    [this.isForgetful, this.reading] = [true, null];
    try {
      return work();
    } finally {
      this.isForgetful = outer;
    }
  }

  /** What the evaluation under way has taken so far. */
  taken(): number {
    return STEPS.evaluation - this.ofAll + this.used;
  }

  /** All runs of this work share the steps of one evaluation; work inside it shares those of the outer one. */
  within<T>(work: () => T): T {
    if (this.isShared) return work();
    [this.granted, this.rest, this.ofAll, this.over] = [0, 0, STEPS.evaluation, null];
    this.isShared = true;
    try {
      return work();
    } finally {
      this.isShared = false;
      this.reading = null;
    }
  }

  /** What the last run has used of what it was given. */
  private get used(): number {
    return this.rest < 0 ? this.granted : this.granted - this.rest;
  }

  /** One error for an evaluation: what comes after it fails as well, and a stack for each would cost more than rules do. */
  private exhausted(): RuleLimitError {
    if (!this.isShared || this.ofAll > this.granted) return tooMany('the rule takes', STEPS.logic);
    this.over ??= tooMany('the rules of this form together take', STEPS.evaluation);
    return this.over;
  }
}

/** Whether an evaluation that takes so many steps leaves each piece of logic all of its own. */
export function leavesRoom(steps: number): boolean {
  return steps <= STEPS.evaluation - STEPS.logic;
}

function tooMany(rules: string, most: number): RuleLimitError {
  return new RuleLimitError(`${rules} more than ${most} steps`);
}
