import { factsOf } from '#core/facts/index.ts';
import { windowOf } from '#core/form/index.ts';
import type {
  CaseFacts,
  CompiledEdition,
  CycleDefinition,
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
    cycle: cycleData(definition, cycle, given.category ?? facts.case?.category?.id),
    now: facts.now ?? null,
    case: facts.case === undefined ? noCase : { ...noCase, ...facts.case },
    others: facts.others ?? [],
    input: given.input ?? null,
    option: null,
    column: null,
    cells: nothing,
  };
}

/** What an edition's category reads of the cycle, and the cycle that it was made of. */
type Known = { facts: JsonObject; cycle: CycleDefinition; data: RuleData['cycle'] };

/** A cycle is read by every evaluation, and is the same for most of them. */
const KNOWN = new WeakMap<Definition, Map<string, Known>>();

/** The cycle with the facts that the programme names, as rules read them in a category. */
function cycleData(definition: Definition, cycle: CycleDefinition, category = ''): RuleData['cycle'] {
  const known = KNOWN.get(definition) ?? new Map<string, Known>();
  KNOWN.set(definition, known);
  const found = known.get(category);
  if (found?.cycle === cycle) return found.data;
  const facts = found?.facts ?? namedFacts(definition, category);
  const data = Object.freeze({ ...cycle, ...windowOf(cycle), facts });
  known.set(category, { facts, cycle, data });
  return data;
}

function namedFacts({ edition, categories }: Definition, category: string): JsonObject {
  return Object.freeze(factsOf(edition, categories.find(({ id }) => id === category)?.facts));
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
