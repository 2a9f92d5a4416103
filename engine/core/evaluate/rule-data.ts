import { factsOf } from '#core/facts/index.ts';
import { windowOf } from '#core/form/index.ts';
import type {
  CaseFacts,
  CompiledEdition,
  Definition,
  Facts,
  JsonObject,
  RuleData,
} from '#core/model/index.ts';

/** What a rule reads besides the facts. */
type Given = Partial<Pick<RuleData, 'application' | 'files' | 'desk' | 'subtree' | 'input'>> & {
  /** Whose named facts are read; absent: those of the case's category, without a case those of the edition. */
  category?: string;
};

/**
 * What rules read, before a section or a row is chosen: made here alone, whoever asks. What nobody gives is empty; the
 * cycle is the edition's, with the edition's own facts; how long it is open, those who ask know better (`facts.cycle`).
 */
export function ruleData(
  { definition }: Pick<CompiledEdition, 'definition'>,
  facts: Partial<Facts>,
  given: Given = {},
): RuleData {
  const cycle = facts.cycle ?? definition.edition.cycle;
  return {
    application: given.application ?? nothing,
    section: null,
    row: null,
    item: null,
    index: null,
    applicant: facts.applicant ?? nothing,
    unit: facts.unit ?? nothing,
    desks: facts.desks ?? {},
    desk: given.desk ?? null,
    subtree: given.subtree ?? facts.subtree ?? {},
    files: given.files ?? {},
    slots: {},
    cycle: {
      ...cycle,
      ...windowOf(cycle),
      facts: namedFacts(definition, given.category ?? facts.case?.category?.id),
    },
    now: facts.now ?? null,
    case: { ...noCase, ...facts.case },
    others: facts.others ?? [],
    input: given.input ?? null,
    option: null,
    column: null,
    cells: nothing,
  };
}

/** The facts that the programme names, as rules read them in a category. */
function namedFacts({ edition, categories }: Definition, category: string | undefined): JsonObject {
  return factsOf(edition, categories.find(({ id }) => id === category)?.facts);
}

const nothing: JsonObject = Object.freeze({});

const noCase: CaseFacts = Object.freeze({
  state: null,
  title: null,
  tags: [],
  round: null,
  acted: [],
  returnedBy: null,
  enteredAt: null,
  vars: {},
  vacant: [],
  category: null,
  desk: null,
  names: {},
});

/** Facts outside any case: the cycle and the time. */
export function bareFacts({ definition }: CompiledEdition, now: string): Facts {
  return { applicant: {}, unit: {}, desks: {}, cycle: definition.edition.cycle, now };
}
