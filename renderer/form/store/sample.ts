import { bareFacts } from '#core/evaluate/index.ts';
import { sameJson } from '#core/json/index.ts';
import type { Application, CompiledEdition, Facts, Json, JsonObject } from '#core/model/index.ts';
import { blankView } from './blank.ts';
import { CaseStore } from './caseStore.ts';
import { createEngine } from './engine.ts';
import { commitNow } from './pending.ts';

/** The answers of an example, and what rules read besides them. */
export type Sample = { application: Application; facts: Facts };

/** An example without answers: what a form is when somebody has just begun it. */
export function emptySample(edition: CompiledEdition, categoryId: string, now: string): Sample {
  const facts = bareFacts(edition, now);
  const application = { category: categoryId, sections: {}, files: [], strikes: [] };
  const engine = createEngine(edition, categoryId);
  const forms = edition.categories[categoryId]?.sections.filter(({ kind }) => kind === 'form') ?? [];
  const presets = forms.map(({ id }) => [id, engine.presets(application, facts, id)] as const);
  return { application: { ...application, sections: Object.fromEntries(presets) }, facts };
}

/** A store whose answers live on this page alone: what is typed is acknowledged, and nothing is sent. */
function sampleStore(edition: CompiledEdition, { application, facts }: Sample): CaseStore {
  const category = edition.categories[application.category];
  if (!category) throw new Error(`edition ${edition.hash} has no category ${application.category}`);
  const { id, title } = category.definition;
  const known = Object.entries(application.sections).filter(([section]) => category.bySection[section]);
  const view = blankView(edition, id, title, facts, Object.fromEntries<Json>(known));
  return new CaseStore({
    view: {
      ...view,
      subject: 'application',
      files: [...application.files],
      strikes: [...application.strikes],
    },
    category,
    engine: createEngine(edition, id),
    drafts: null,
    owner: '',
    save: async (_section, value, version) => ({ value, version: version + 1, savedAt: null }),
  });
}

/** One example while it is filled in: what was typed stays, whatever editions it is shown under. */
export class OpenedSample {
  #key: string | undefined;
  #store: CaseStore | undefined;
  /** The answers while nobody has typed; null once somebody has. */
  #untouched: JsonObject | null = null;

  /** A store of the example. Under the same key it begins with what was typed in the former one. */
  open(key: string, edition: CompiledEdition, sample: Sample): CaseStore {
    const typed = this.#key === key ? this.#typed() : undefined;
    const application = { ...sample.application, ...(typed && { sections: typed }) };
    const store = sampleStore(edition, { ...sample, application });
    this.#untouched = typed ? null : store.snapshot().values;
    this.#key = key;
    this.#store = store;
    return store;
  }

  #typed(): JsonObject | undefined {
    commitNow();
    const values = this.#store?.snapshot().values;
    const isTyped = values !== undefined && !(this.#untouched && sameJson(values, this.#untouched));
    return isTyped ? values : undefined;
  }
}
