import type {
  CompiledCategory,
  CompiledStep,
  Json,
  JsonObject,
  LogicScope,
  RuleData,
} from '#core/model/index.ts';
import type { FileCounts } from '../file-counts.ts';
import type { Hidden } from '../hidden.ts';
import type { EvaluationError } from '../run.ts';

/** What a step has given, by row, item or column, and what of it could not be computed. */
export type Outcome = { given: Map<Json, Json>; errors: EvaluationError[] };

/** The value of a section that was fed, and what the lanes of the check code held afterwards. */
type Fed = { value: Json | undefined; a: number; b: number };

/** An application with everything hidden taken out and everything derived put in. */
export type ResolvedAnswers = {
  category: CompiledCategory;
  /** What its logic may name; the steps of an evaluation are counted by it. */
  scope: LogicScope;
  values: JsonObject;
  hidden: Hidden;
  errors: EvaluationError[];
  counts: FileCounts;
  /** One for all rules: `atSection` and `atRecord` point it at their section and row. */
  data: RuleData;
  /** Codes, by list, that have ended since the edition was published. */
  ended: Record<string, string[]>;
  /** Records that were copied for this application alone, so that further values can be put into them. */
  fresh: Set<JsonObject>;
  /** The revisions that have been asked for, by sheet. */
  revisions: Map<string, string>;
  /** What was fed of sections for the revisions of sheets, by feed, where the answers will change and be resolved again. */
  fed: Map<unknown, Fed> | null;
  /** The same answers under the edition as it is written; absent where this is it. */
  written?: () => ResolvedAnswers;
  /** What the steps have given, where the answers will change and be resolved again. */
  outcomes: Map<CompiledStep, Outcome> | null;
};
