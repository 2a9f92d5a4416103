import { windowOf } from '#core/form/index.ts';
import type { CaseFacts, CompiledEdition, Facts, JsonObject, RuleData } from '#core/model/index.ts';

/** What a rule reads besides the facts. */
type Given = Partial<Pick<RuleData, 'application' | 'files' | 'desk' | 'subtree' | 'input'>>;

/**
 * What rules read, before a section or a row is chosen: made here alone, whoever asks. What nobody gives is empty; the
 * cycle is the edition's, with the edition's own facts; how long it is open, those who ask know better (`facts.cycle`).
 */
export function ruleData(
  { definition }: Pick<CompiledEdition, 'definition'>,
  facts: Partial<Facts>,
  given: Given = {},
): RuleData {
  const { facts: own } = definition.edition;
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
    cycle: { ...cycle, ...windowOf(cycle), facts: own ?? nothing },
    now: facts.now ?? null,
    case: { ...noCase, ...facts.case },
    others: facts.others ?? [],
    input: given.input ?? null,
    option: null,
    column: null,
    cells: nothing,
  };
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
