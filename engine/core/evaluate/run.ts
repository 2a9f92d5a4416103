import type { CompiledLogic, Json, RuleData } from '#core/model/index.ts';
import { RuleLimitError } from '#core/vocabulary/index.ts';

/**
 * A condition or derivation that could not be computed: where it stands, which one, and why; `cut` where it took or
 * made more than rules may.
 */
export type EvaluationError = { at: string; what: string; message: string; cut?: true };

/** Errors that are kept: nobody reads more, and a form that has used up its steps would make one a condition. */
const MOST_ERRORS = 1_000;

/** As many of them as are kept. */
export function firstErrors(errors: EvaluationError[]): EvaluationError[] {
  return errors.slice(0, MOST_ERRORS);
}

/**
 * Computes logic; null where it fails, which is added to the errors under the name that `describe` gives. What is cut
 * because it takes too much gives `otherwise`.
 */
export function compute(
  logic: CompiledLogic,
  data: RuleData,
  errors: EvaluationError[],
  describe: (data: RuleData) => Pick<EvaluationError, 'at' | 'what'>,
  otherwise: Json = null,
): Json {
  try {
    return logic.run(data) ?? null;
  } catch (error) {
    const isCut = error instanceof RuleLimitError;
    if (errors.length < MOST_ERRORS) errors.push(errorOf(error, describe(data)));
    return isCut ? otherwise : null;
  }
}

function errorOf(error: unknown, where: Pick<EvaluationError, 'at' | 'what'>): EvaluationError {
  const message = error instanceof Error ? error.message : String(error);
  return { ...where, message, ...(error instanceof RuleLimitError ? { cut: true } : {}) };
}

/** Computes logic whose failure nobody reads about; null where it fails, `otherwise` where it is cut. */
export function attempt(logic: CompiledLogic, data: RuleData, otherwise: Json = null): Json {
  try {
    return logic.run(data) ?? null;
  } catch (error) {
    return error instanceof RuleLimitError ? otherwise : null;
  }
}
