import type { CaseContext, GuardParams, RouteCall } from '#core/model/index.ts';

type Choose = RouteCall['decide'];

/** Who fires what, at which state. */
type Fire = { event: string; by: string; at: string };

/** Ways of one event beyond this many are no route any more: the walk would not end. */
const MOST_WAYS = 2_048;

/**
 * Runs an event once for every way in which its guards may come out, and gives what each way leads to. A guard is
 * decided when `choose` is asked, so that only decisions that follow each other are tried; asked again while the case
 * has not changed, it says the same. A way that goes in a circle because of a decision is none.
 */
export function everyWay<T>({ event, by, at }: Fire, run: (choose: Choose) => T | null): T[] {
  const found: T[] = [];
  let ways = 0;
  for (let script: boolean[] | null = []; script; ways += 1) {
    if (ways > MOST_WAYS) throw new Error(`"${event}" by ${by} at ${at} has more than ${MOST_WAYS} ways`);
    const choices = new Choices(script);
    const to = attempt(choices, () => run((params, context) => choices.of(params, context)));
    if (to !== null) found.push(to);
    script = choices.next();
  }
  return found;
}

function attempt<T>(choices: Choices, run: () => T | null): T | null {
  try {
    return run();
  } catch (error) {
    if (choices.made > 0 && error instanceof Error && error.message.includes('Infinite loop')) return null;
    throw error;
  }
}

/** The decisions of one way: first those of its script, then every guard is taken to hold. */
class Choices {
  readonly #script: boolean[];
  readonly #known = new Map<CaseContext, Map<GuardParams, boolean>>();
  made = 0;

  constructor(script: boolean[]) {
    this.#script = [...script];
  }

  of(params: GuardParams, context: CaseContext): boolean {
    const asked = this.#known.get(context) ?? new Map<GuardParams, boolean>();
    this.#known.set(context, asked);
    const holds = asked.get(params) ?? this.#decide();
    asked.set(params, holds);
    return holds;
  }

  #decide(): boolean {
    const holds = this.#script[this.made] ?? true;
    this.#script[this.made] = holds;
    this.made += 1;
    return holds;
  }

  /** The script of the next way: the last guard that held does not; null where every way has been tried. */
  next(): boolean[] | null {
    const last = this.#script.lastIndexOf(true);
    return last < 0 ? null : [...this.#script.slice(0, last), false];
  }
}
