import type { CompiledLogic, Json, RuleData } from '#core/model/index.ts';

/** A condition or derivation that could not be computed: where it stands, which one, and why. */
export type EvaluationError = { at: string; what: string; message: string };

/** Computes logic; null where it fails, which is added to the errors under the name that `describe` gives. */
export function compute(
  logic: CompiledLogic,
  data: RuleData,
  errors: EvaluationError[],
  describe: () => Omit<EvaluationError, 'message'>,
): Json {
  try {
    return logic.run(data) ?? null;
  } catch (error) {
    errors.push({ ...describe(), message: error instanceof Error ? error.message : String(error) });
    return null;
  }
}
