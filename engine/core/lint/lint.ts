import type { DefinitionProblem, LoadedEdition, Origin } from '#core/model/index.ts';
import { oversizedFile } from './checks/files/oversized-file.ts';
import { checks } from './checks/index.ts';
import { type Check, createContext, type Finding, type LintContext } from './context.ts';

/** A file of this size is not checked further: that would take minutes. */
const OVERSIZED = oversizedFile.code;

/**
 * Checks an edition against the whole language and gives every problem at once, those of
 * assembling among them, sorted by file. The same problem of a part that several categories share comes once.
 * Throws only where the engine itself is wrong.
 */
export function lint(loaded: LoadedEdition): DefinitionProblem[] {
  const shapes = checks.shapes.flatMap((check) => runCheck(check, createBare(loaded), loaded));
  const broken = [...loaded.problems, ...shapes];
  if (shapes.some(({ code }) => code === OVERSIZED)) return sorted(unique(broken));
  const deeper = attempt(() => createContext(loaded), broken);
  const rest = deeper
    ? checks.meaning.flatMap((check) => attempt(() => runCheck(check, deeper, loaded), broken) ?? [])
    : [];
  return sorted(unique([...broken, ...rest]));
}

/** The shape of files is checked before anything in them is walked. */
function createBare(loaded: LoadedEdition): LintContext {
  return { loaded, definition: loaded.definition, sections: [], fields: [], logics: [], routes: [] };
}

function runCheck(check: Check, context: LintContext, loaded: LoadedEdition): DefinitionProblem[] {
  return check.run(context).map((finding) => problemOf(check.code, finding, loaded));
}

/**
 * A file of the wrong shape may make a later check throw; its shape has been reported then and has to be mended
 * first.
 */
function attempt<T>(work: () => T, broken: DefinitionProblem[]): T | undefined {
  try {
    return work();
  } catch (error) {
    if (broken.length === 0) throw error;
    return undefined;
  }
}

function problemOf(
  code: string,
  { at, message, hint, severity = 'error' }: Finding,
  loaded: LoadedEdition,
): DefinitionProblem {
  const origin: Origin = typeof at === 'string' ? loaded.locate(at) : at;
  return { code, ...origin, message, severity, ...(hint === undefined ? {} : { hint }) };
}

function unique(problems: DefinitionProblem[]): DefinitionProblem[] {
  const known = new Set<string>();
  return problems.filter(({ code, file, pointer, message }) => {
    const key = JSON.stringify([code, file, pointer, message]);
    return !known.has(key) && known.add(key);
  });
}

function sorted(problems: DefinitionProblem[]): DefinitionProblem[] {
  const key = ({ file, pointer, code }: DefinitionProblem) => `${file}#${pointer} ${code}`;
  return problems.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
