/** One mistake is one message: what follows from it is kept below it. */
import type { DefinitionProblem } from '#core/model/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';
import type { LintContext } from '../context.ts';
import { CIRCLES, ECHOES, LOSES_PART, LOSES_PLACE, MEANT } from './codes.ts';
import { type Connections, connectionsOf } from './connections.ts';

/** How far an echo lies from what may have caused it; Infinity where it has nothing to do with it. */
type Distance = (echo: DefinitionProblem) => number;
type Cause = { problem: DefinitionProblem; distance: Distance };

/**
 * Puts every problem that only says that something is not there below the one that took it away: in the same
 * place, or in a part that is connected with the part that was lost. Nothing is left out; the rest stays as it is.
 */
export function folded(
  problems: DefinitionProblem[],
  { loaded, memory }: Pick<LintContext, 'loaded' | 'memory'>,
): DefinitionProblem[] {
  const circles = joinedCircles(problems);
  const whole = foldInto(circles, lostParts(circles, connectionsOf(loaded, memory)));
  return foldInto(whole, lostPlaces(whole));
}

function foldInto(problems: DefinitionProblem[], causes: Cause[]): DefinitionProblem[] {
  const follows = new Map<DefinitionProblem, DefinitionProblem[]>();
  const kept = problems.filter((problem) => {
    const cause = nearestCause(problem, causes);
    if (cause === undefined) return true;
    follows.set(cause, [...(follows.get(cause) ?? []), ...flat(problem)]);
    return false;
  });
  return kept.map((problem) => withFollows(problem, follows.get(problem)));
}

function nearestCause(problem: DefinitionProblem, causes: Cause[]): DefinitionProblem | undefined {
  if (!ECHOES.includes(problem.code) || causes.some((cause) => cause.problem === problem)) return undefined;
  const near = causes
    .map((cause) => ({ ...cause, steps: cause.distance(problem) }))
    .filter(({ steps }) => steps < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.steps - b.steps);
  return near[0]?.problem;
}

/** Parts that are lost, each with all that is connected with it and what was probably meant. */
function lostParts(problems: DefinitionProblem[], connections: Connections): Cause[] {
  return problems.filter(losesPart).map((problem) => {
    const distances = connections(problem.file, meantFor(problem, problems));
    return { problem, distance: ({ file }) => distances.get(file) ?? Number.POSITIVE_INFINITY };
  });
}

function losesPart({ code, pointer, severity }: DefinitionProblem): boolean {
  const isTop = pointer.split('/').length <= 2 && ['wrong-type', 'wrong-value', 'missing-key'].includes(code);
  return severity === 'error' && (LOSES_PART.includes(code) || isTop);
}

/** What nothing uses, of the kind of that which is named and is not there. */
function meantFor({ code }: DefinitionProblem, problems: DefinitionProblem[]): string[] {
  const kind = MEANT[code];
  if (kind === undefined) return [];
  return problems
    .filter((echo) => echo.code === 'unused-file' || echo.code === 'unused-route')
    .map(({ file }) => file)
    .filter((file) => identifyFile(file)?.kind === kind);
}

/** A place that is lost: what stands beside it and below; a fragment also where it was probably meant. */
function lostPlaces(problems: DefinitionProblem[]): Cause[] {
  return problems
    .filter(({ code, severity }) => severity === 'error' && LOSES_PLACE.includes(code))
    .map((problem) => {
      const enclosing = problem.pointer.slice(0, problem.pointer.lastIndexOf('/'));
      const meant = meantFor(problem, problems);
      const isNear: Distance = ({ file, pointer }) => {
        if (meant.includes(file)) return 1;
        const inside =
          pointer === problem.pointer || pointer === enclosing || pointer.startsWith(`${enclosing}/`);
        return file === problem.file && inside && enclosing !== '' ? 0 : Number.POSITIVE_INFINITY;
      };
      return { problem, distance: isNear };
    });
}

/** What lies on one circle is told once, at the first. */
function joinedCircles(problems: DefinitionProblem[]): DefinitionProblem[] {
  const first = new Map<string, DefinitionProblem>();
  const follows = new Map<DefinitionProblem, DefinitionProblem[]>();
  const kept = problems.filter((problem) => {
    const key = circleOf(problem);
    if (key === undefined) return true;
    const known = first.get(key);
    if (known === undefined) return first.set(key, problem);
    follows.set(known, [...(follows.get(known) ?? []), problem]);
    return false;
  });
  return kept.map((problem) => withFollows(problem, follows.get(problem)));
}

function circleOf({ code, file, params }: DefinitionProblem): string | undefined {
  if (CIRCLES.includes(code)) return code === 'circular-field' ? `${code} ${file}` : code;
  return code === 'code-successor' && params.code !== undefined ? `${code} ${file}` : undefined;
}

function flat(problem: DefinitionProblem): DefinitionProblem[] {
  const { follows = [], ...own } = problem;
  return [own, ...follows];
}

function withFollows(
  problem: DefinitionProblem,
  follows: DefinitionProblem[] | undefined,
): DefinitionProblem {
  return follows === undefined ? problem : { ...problem, follows: [...(problem.follows ?? []), ...follows] };
}
