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

/** One example while it is filled in: what was typed stays, whatever edition it is shown under next. */
export class OpenedSample {
  #key: string | undefined;
  #store: CaseStore | undefined;

  /** A store of the example. Under the same key it begins with what was typed in the former one. */
  open(key: string, edition: CompiledEdition, sample: Sample): CaseStore {
    const typed = this.#key === key && this.#store ? typedIn(this.#store) : undefined;
    const application = { ...sample.application, ...(typed && { sections: typed }) };
    this.#key = key;
    this.#store = sampleStore(edition, { ...sample, application });
    return this.#store;
  }
}

/** The answers, where they are others than it began with. */
function typedIn(store: CaseStore): JsonObject | undefined {
  commitNow();
  const { values } = store.snapshot();
  const began = Object.entries(store.view.sections).map(([id, { value }]) => [id, value] as const);
  return began.every(([id, value]) => sameJson(values[id] ?? null, value)) ? undefined : values;
}
