import { bareFacts, registeredKind } from '#core/evaluate/index.ts';
import { sameJson, segmentsOf, valueAt, withValue } from '#core/json/index.ts';
import type {
  AnswerProblem,
  Application,
  CompiledEdition,
  Facts,
  Json,
  JsonObject,
} from '#core/model/index.ts';
import { isAnswered } from '#core/vocabulary/index.ts';
import type { CaseView } from '#renderer/api/index.ts';
import { CaseStore } from './caseStore.ts';
import { createEngine } from './engine.ts';
import type { LiveEngine } from './live.ts';

/** A problem that the server reported; it holds until the answer changes. */
type ServerProblem = { problem: AnswerProblem; of: Json | undefined };

const HIDDEN = { visible: false, required: false };

/**
 * A form that nobody has stored yet: its answers live on this page alone, until they are sent as a whole.
 * Presets follow the answers that they are made of, and the server's refusals stand beside the engine's problems.
 */
export class BlankForm {
  readonly edition: CompiledEdition;
  readonly store: CaseStore;
  readonly #engine: LiveEngine;
  readonly #facts: Facts;
  #serverProblems: ServerProblem[] = [];
  #presets: Record<string, JsonObject> = {};

  constructor(edition: CompiledEdition, categoryId: string, now: string) {
    const category = edition.categories[categoryId];
    if (!category) throw new Error(`edition ${edition.hash} has no category ${categoryId}`);
    this.edition = edition;
    this.#facts = bareFacts(edition, now);
    this.#engine = this.#widened(createEngine(edition, categoryId));
    const empty = { category: categoryId, sections: {}, files: [], strikes: [] };
    for (const { definition } of category.sections) {
      if (definition.kind === 'form') this.#presets[definition.id] = this.#presetsOf(empty, definition.id);
    }
    this.store = new CaseStore({
      view: blankView(edition, categoryId, category.definition.title, this.#facts, this.#presets),
      category,
      engine: this.#engine,
      drafts: null,
      owner: '',
      save: async (_section, value, version) => ({ value, version: version + 1, savedAt: null }),
    });
  }

  /** Everything that is wrong with the present answers. */
  check(): readonly AnswerProblem[] {
    return this.#engine.live(this.#application(), this.#facts).problems;
  }

  /** Shows problems that the server reported at their fields. */
  showProblems(problems: readonly AnswerProblem[]): void {
    const { values } = this.store.snapshot();
    this.#serverProblems = problems.map((problem) => ({
      problem,
      of: valueAt(values, segmentsOf(problem.path)),
    }));
    for (const section of Object.keys(values)) this.store.set(section, values[section] ?? null);
  }

  /** Puts presets that changed with the answers into fields that are empty or still hold the last one. */
  followPresets(): void {
    const application = this.#application();
    for (const [section, before] of Object.entries(this.#presets)) {
      const after = this.#presetsOf(application, section);
      this.#presets[section] = { ...before, ...after };
      const value = application.sections[section] ?? {};
      const next = Object.keys(after).reduce<Json>((record, key) => {
        if (sameJson(before[key], after[key])) return record;
        const held = valueAt(record, [key]);
        return isAnswered(held) && !sameJson(held, before[key])
          ? record
          : withValue(record, [key], after[key]);
      }, value);
      if (!sameJson(next, value)) this.store.set(section, next);
    }
  }

  #presetsOf(application: Application, section: string): JsonObject {
    return this.#engine.presets(application, this.#facts, section);
  }

  #application(): Application {
    const { values } = this.store.snapshot();
    return { category: this.store.view.category, sections: values, files: [], strikes: [] };
  }

  /** Rules read the organisation that is being registered as `unit`; evidence has nothing to hang on yet. */
  #widened(engine: LiveEngine): LiveEngine {
    return {
      ...engine,
      live: (application, facts) => {
        const live = engine.live(application, { ...facts, unit: this.#unit(application) });
        const current = this.#serverProblems.filter(({ problem, of }) =>
          sameJson(valueAt(application.sections, segmentsOf(problem.path)), of),
        );
        const own = live.problems.filter(({ code }) => !code.startsWith('evidence'));
        return { ...live, slot: () => HIDDEN, problems: [...own, ...current.map(({ problem }) => problem)] };
      },
    };
  }

  #unit({ category, sections }: Application): JsonObject {
    const { definition } = this.edition.categories[category] ?? {};
    if (definition?.account?.makes !== 'organisation') return {};
    const pointers = { ...definition.account.attributes, name: definition.account.name };
    const read = ([key, pointer]: [string, string]) =>
      [key, valueAt(sections, segmentsOf(pointer)) ?? null] as const;
    const kind = registeredKind(this.edition.definition, definition, sections);
    return { ...Object.fromEntries(Object.entries(pointers).map(read)), kind };
  }
}

/** A case that is on this page alone, with these answers. */
export function blankView(
  edition: CompiledEdition,
  category: string,
  categoryTitle: string,
  facts: Facts,
  presets: Record<string, Json>,
): CaseView {
  const context = { round: 0, acted: [], returnedBy: null, enteredAt: facts.now, desks: {}, vars: {} };
  const records = Object.entries(presets).map(
    ([section, value]) => [section, { value, version: 0, savedAt: null }] as const,
  );
  return {
    id: 'new',
    subject: 'account',
    name: '',
    organisation: '',
    category,
    categoryTitle,
    edition: edition.hash,
    state: { value: null, context },
    stateTitle: '',
    tags: [],
    version: 0,
    roles: ['applicant'],
    editingAs: 'applicant',
    masked: false,
    facts,
    sections: Object.fromEntries(records),
    files: [],
    strikes: [],
    bytes: { used: 0, limit: 0, file: 0 },
    actions: [],
    events: [],
    stations: [],
    limits: [],
    sheets: [],
  };
}
