import jsonLogic from 'json-logic-js';
import type { Json, Logic } from '#core/model/index.ts';
import { operators } from '#core/vocabulary/index.ts';
import type { Budget } from './budget.ts';
import { missingOf, missingSome } from './missing.ts';
import { type Call, literalText } from './shape.ts';

type Apply = (logic: Logic, data: Json) => Json | undefined;

/** json-logic-js as it is used here: it always calls itself through its own `apply`. */
const library = jsonLogic as unknown as {
  apply: Apply;
  add_operation(name: string, code: (...args: Json[]) => Json): void;
};

/** What the operators ask for while an interpretation runs. */
export type Session = {
  budget: Budget;
  /** Reads a path where the piece stands that is carried out. */
  read(path: string): Json;
  /** json-logic-js calls this for every piece of logic. */
  apply: Apply;
  /** Carries out a named expression. */
  use(name: Json, args: Json[]): Json;
};

/** json-logic-js carries these out itself, before it looks at its table of operations. */
const BUILT_IN: ReadonlySet<string> = new Set([
  'if',
  '?:',
  'and',
  'or',
  'map',
  'filter',
  'reduce',
  'all',
  'some',
  'none',
]);

const originalApply = library.apply;
let session: Session | null = null;

function running(): Session {
  if (!session) throw new Error('an operator of the dialect was called outside an interpretation');
  return session;
}

/**
 * There is one json-logic-js a process. Our operators stand in it under names of their own, so that its `log`, its
 * loose arithmetic and what others add are never used here, and nobody else's operators change.
 */
function privateName(operator: string): string {
  return `shenbao:${operator}`;
}

for (const operator of operators.values()) {
  if (operator.lazy) continue;
  library.add_operation(privateName(operator.name), (...args) => operator.apply(args, running().budget));
}
library.add_operation(privateName('var'), (path) => running().read(literalText(path, 'var')));
library.add_operation(privateName('missing'), (...paths) =>
  missingOf(paths, running().read, running().budget),
);
library.add_operation(privateName('missing_some'), (least, ...paths) =>
  missingSome(least, paths, running().read, running().budget),
);
library.add_operation(privateName('use'), (name, ...args) => running().use(name ?? null, args));

/** Lets json-logic-js carry out one operator of the dialect, each operand by way of the session's `apply`. */
export function carryOut({ operator, args }: Call, data: Json): Json {
  const name = BUILT_IN.has(operator.name) ? operator.name : privateName(operator.name);
  return originalApply({ [name]: [...args] }, data) ?? null;
}

/** Runs with json-logic-js calling back into the session, and restores it afterwards. */
export function during<T>(next: Session, run: () => T): T {
  const [outerSession, outerApply] = [session, library.apply];
  session = next;
  library.apply = next.apply;
  try {
    return run();
  } finally {
    session = outerSession;
    library.apply = outerApply;
  }
}
