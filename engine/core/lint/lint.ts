import { forgetful, type Memory } from '#core/memory/index.ts';
import type { DefinitionProblem, LoadedEdition } from '#core/model/index.ts';
import { costlyExpression } from './checks/expressions/costly-expression.ts';
import { oversizedFile } from './checks/files/oversized-file.ts';
import { checks } from './checks/index.ts';
import { type Check, createContext, type LintContext } from './context.ts';
import { folded } from './fold/index.ts';
import type { SentenceKey } from './locales/index.ts';
import { type Finding, type Hint, problemOf } from './report/index.ts';

/** Nothing looks deeper into what is this large: it would keep the engine busy for minutes, or for ever. */
const OVERSIZED = new Set([
  oversizedFile.code,
  costlyExpression.code,
  'oversized-edition',
  'nested-fragment',
]);

/**
 * Checks an edition against the whole language and gives every problem at once, those of
 * assembling among them, sorted by file, in the programme's language. The same problem of a part that several
 * categories share comes once. Throws only where the engine itself is wrong.
 */
export function lint(loaded: LoadedEdition, memory: Memory = forgetful): DefinitionProblem[] {
  const bare = createBare(loaded, memory);
  const shapes = checks.shapes.flatMap((check) => runCheck(check, bare));
  const broken = [...assembled(loaded), ...shapes];
  if (broken.some(({ code }) => OVERSIZED.has(code))) return reported(broken, bare);
  const deeper = attempt(() => createContext(loaded, memory), broken);
  const rest = deeper
    ? checks.meaning.flatMap((check) => attempt(() => runCheck(check, deeper), broken) ?? [])
    : [];
  return reported([...broken, ...rest], deeper ?? bare);
}

/** A finding with the code of its check. */
type Found = { code: string; finding: Finding };

/** The shape of files is checked before anything in them is walked. */
function createBare(loaded: LoadedEdition, memory: Memory): LintContext {
  return { loaded, memory, definition: loaded.definition, sections: [], fields: [], logics: [], routes: [] };
}

/** What could not be assembled. Every code of that room has its sentences among those of lint. */
function assembled({ problems }: LoadedEdition): Found[] {
  return problems.map(({ code, sentence = code, file, pointer, params, hint }) => ({
    code,
    finding: {
      at: { file, pointer },
      sentence: sentence as SentenceKey,
      params,
      hint: hint as Hint | undefined,
    },
  }));
}

function runCheck(check: Check, context: LintContext): Found[] {
  return check.run(context).map((finding) => ({ code: check.code, finding }));
}

/**
 * A file of the wrong shape may make a later check throw; its shape has been reported then and has to be mended
 * first.
 */
function attempt<T>(work: () => T, broken: Found[]): T | undefined {
  try {
    return work();
  } catch (error) {
    if (broken.length === 0) throw error;
    return undefined;
  }
}

function reported(found: Found[], context: LintContext): DefinitionProblem[] {
  const problems = found.map(({ code, finding }) => problemOf(code, finding, context));
  return folded(sorted(unique(problems)), context);
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
