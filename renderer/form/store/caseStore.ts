import { mayWriteSome, storedOrEmpty } from '#core/evaluate/index.ts';
import { sameJson, withValue } from '#core/json/index.ts';
import type {
  CompiledCategory,
  CompiledSection,
  FileRef,
  Json,
  JsonObject,
  RowRef,
} from '#core/model/index.ts';
import type { CaseView, SectionRecord } from '#renderer/api/index.ts';
import { type DraftKeeper, withoutSensitive, withSensitive } from './drafts.ts';
import type { Live, LiveEngine } from './live.ts';
import { commitNow, commitPending } from './pending.ts';
import { Saver, type SaveState } from './saver.ts';
import { typedIn } from './typed.ts';

/** What screens draw from. A new object after every change; its parts keep their identity while they do not change. */
export type CaseSnapshot = {
  values: JsonObject;
  /** What the server has acknowledged, by section. */
  stored: JsonObject;
  saves: Record<string, SaveState>;
  files: readonly FileRef[];
  strikes: readonly RowRef[];
  live: Live;
};

type CaseStoreOptions = {
  view: CaseView;
  category: CompiledCategory;
  engine: LiveEngine;
  drafts: DraftKeeper | null;
  /** The owner of drafts: two people at one computer never see each other's. */
  owner: string;
  save: (section: string, value: Json, version: number) => Promise<SectionRecord>;
  /** Milliseconds from the last change to its save. */
  delay?: number;
  /** Answers that were saved elsewhere have been taken in. */
  merged?: () => void;
};

const SAVE_DELAY = 1_500;
const RETRY_DELAY = 8_000;
const LIVE_DELAY = 80;
const NOTHING: SectionRecord = { value: null, version: 0, savedAt: null };

/** The answers of one open case: what is typed, what is saved, and what follows from it. Knows no React. */
export class CaseStore {
  readonly view: CaseView;
  readonly category: CompiledCategory;
  readonly #options: CaseStoreOptions;
  readonly #savers = new Map<string, Saver>();
  readonly #listeners = new Set<() => void>();
  #snapshot: CaseSnapshot;
  #liveTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: CaseStoreOptions) {
    this.view = options.view;
    this.category = options.category;
    this.#options = options;
    for (const { definition } of options.category.sections) this.#open(definition.id);
    const values = this.#values();
    const { files, strikes } = options.view;
    const application = { category: options.view.category, sections: values, files, strikes };
    const live = options.engine.live(application, options.view.facts);
    this.#snapshot = { values, stored: this.#stored(), saves: this.#states(), files, strikes, live };
  }

  snapshot = (): CaseSnapshot => this.#snapshot;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes a section's new value; it is saved by itself. Throws where the category has no such section. */
  set(section: string, value: Json): void {
    this.#saver(section).set(value);
    this.#keepDraft(section);
    this.#liveSoon();
  }

  /** Takes one answer: the rest of its section keeps its present value, whatever was rendered last. */
  put(section: string, path: readonly string[], value: Json | undefined): void {
    this.set(section, withValue(this.#saver(section).value, path, value));
  }

  /** Takes what is still in a field, and computes at once what follows from it. */
  async recompute(): Promise<void> {
    await commitPending();
    this.#recompute();
  }

  /** Saves everything that is typed and unsaved, or one section's. */
  async flush(section?: string): Promise<void> {
    await this.recompute();
    const savers = section ? [this.#saver(section)] : [...this.#savers.values()];
    await Promise.all(savers.map((saver) => saver.flush()));
  }

  /** The page goes away: what is typed and unsaved is sent before anything else runs, and nothing waits for the answer. */
  leave(): void {
    commitNow();
    for (const saver of this.#savers.values()) saver.leave();
  }

  /** Saves sections as they stand, also those that nobody has touched: they were looked at, and nothing was to be said. */
  async keep(sections: readonly string[]): Promise<void> {
    await this.recompute();
    const mine = sections.filter((id) => this.#snapshot.live.sectionVisible(id) && this.#mayWrite(id));
    await Promise.all(mine.map((id) => this.#saver(id).keep(storedOrEmpty(null, this.#section(id).kind))));
  }

  /** Resolves a conflict of a section with either version. */
  async choose(section: string, side: 'mine' | 'theirs'): Promise<void> {
    await this.#saver(section).choose(side);
    this.#refresh();
    this.#recompute();
  }

  /** A file was uploaded into a slot: it takes the place of the one that it replaces, and of infected ones. */
  addFile(file: FileRef, replaced?: string): void {
    const { section, slot, row } = file;
    const goes = (one: FileRef): boolean =>
      one.id === replaced ||
      one.id === file.id ||
      (one.state === 'infected' && one.section === section && one.slot === slot && one.row === row);
    this.#setFiles([...this.#snapshot.files.filter((one) => !goes(one)), file]);
  }

  /** What the safety check has found of the files that waited for it. */
  checked(now: readonly FileRef[]): void {
    const found = new Map(now.map((file) => [file.id, file]));
    const ended = ({ id, state }: FileRef): boolean =>
      state === 'held' && found.has(id) && found.get(id)?.state !== 'held';
    const { files } = this.#snapshot;
    if (files.some(ended))
      this.#setFiles(files.map((one) => (ended(one) ? (found.get(one.id) ?? one) : one)));
  }

  removeFile(id: string): void {
    this.#setFiles(this.#snapshot.files.filter((file) => file.id !== id));
  }

  explain = (path: string) => this.#options.engine.explain(this.#application(), this.view.facts, path);

  itemPreset = (path: string): Json | undefined =>
    this.#options.engine.itemPreset(this.#application(), this.view.facts, path);

  presets = (section: string): JsonObject =>
    this.#options.engine.presets(this.#application(), this.view.facts, section);

  /** Brings back what was typed before a tab was closed. A draft that is older than what is stored becomes a conflict. */
  async restore(): Promise<string[]> {
    const drafts = await this.#options.drafts?.read(this.#draftKey('')).catch(() => []);
    const restored: string[] = [];
    for (const draft of drafts ?? []) {
      const section = draft.key.slice(this.#draftKey('').length);
      const saver = this.#savers.get(section);
      if (saver?.state.kind !== 'saved') continue;
      const value = withSensitive(draft.value, saver.value, this.#schema(section));
      const typed = (answers: Json): Json => typedIn(this.#section(section), answers);
      if (sameJson(typed(value), typed(saver.value)) || draft.version > saver.version) {
        this.#dropDraft(section);
        continue;
      }
      const base = draft.base && withSensitive(draft.base, saver.value, this.#schema(section));
      saver.resume(value, draft.version, base);
      restored.push(section);
    }
    if (restored.length > 0) this.#recompute();
    return restored;
  }

  /** Nothing is saved or computed after it. */
  stop(): void {
    clearTimeout(this.#liveTimer);
    for (const saver of this.#savers.values()) saver.stop();
  }

  #open(section: string): void {
    const initial = this.view.sections[section] ?? NOTHING;
    const saver = new Saver({
      initial,
      save: (value, version) => this.#options.save(section, value, version),
      delay: this.#options.delay ?? SAVE_DELAY,
      retry: RETRY_DELAY,
      changed: () => this.#saverChanged(section),
      merged: () => this.#merged(),
      hidden: () => !this.#snapshot.live.sectionVisible(section),
      typed: (value) => typedIn(this.#section(section), value),
    });
    this.#savers.set(section, saver);
  }

  #saver(section: string): Saver {
    const saver = this.#savers.get(section);
    if (!saver) throw new Error(`category ${this.view.category} has no section ${section}`);
    return saver;
  }

  #saverChanged(section: string): void {
    if (this.#savers.get(section)?.state.kind === 'saved') this.#dropDraft(section);
    this.#refresh();
  }

  /** What was taken in may show or ask for something else. */
  #merged(): void {
    this.#liveSoon();
    this.#options.merged?.();
  }

  #refresh(): void {
    this.#publish({ values: this.#values(), stored: this.#stored(), saves: this.#states() });
  }

  #publish(change: Partial<CaseSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }

  #setFiles(files: readonly FileRef[]): void {
    this.#publish({ files });
    this.#recompute();
  }

  #liveSoon(): void {
    clearTimeout(this.#liveTimer);
    this.#liveTimer = setTimeout(() => this.#recompute(), LIVE_DELAY);
  }

  #recompute(): void {
    clearTimeout(this.#liveTimer);
    const before = this.#snapshot.live;
    const live = this.#options.engine.live(this.#application(), this.view.facts);
    this.#publish({ live });
    const turned = [...this.#savers.keys()].filter(
      (id) => live.sectionVisible(id) !== before.sectionVisible(id),
    );
    if (turned.length > 0) this.#publish({ saves: this.#states() });
    for (const id of turned) void this.#savers.get(id)?.flush();
  }

  #application() {
    const { values, files, strikes } = this.#snapshot;
    return { category: this.view.category, sections: values, files: [...files], strikes: [...strikes] };
  }

  #values(): JsonObject {
    const answered = [...this.#savers].filter(([, saver]) => saver.value !== null);
    return Object.fromEntries(answered.map(([section, saver]) => [section, saver.value]));
  }

  #stored(): JsonObject {
    const kept = [...this.#savers].filter(([, saver]) => saver.stored !== null);
    return Object.fromEntries(kept.map(([section, saver]) => [section, saver.stored]));
  }

  /** What is hidden is set aside: nothing about it is unsaved. */
  #states(): Record<string, SaveState> {
    const aside: SaveState = { kind: 'saved', at: null };
    const shown = (section: string) => this.#snapshot?.live.sectionVisible(section) ?? true;
    return Object.fromEntries(
      [...this.#savers].map(([section, saver]) => [section, shown(section) ? saver.state : aside]),
    );
  }

  #mayWrite(section: string): boolean {
    const who = this.view.editingAs;
    if (who === null || this.#snapshot?.live.sectionLocked(section)) return false;
    return mayWriteSome(this.#section(section), who);
  }

  #section(section: string): CompiledSection {
    const found = this.category.bySection[section];
    if (!found) throw new Error(`category ${this.view.category} has no section ${section}`);
    return found;
  }

  #schema(section: string) {
    return this.category.bySection[section]?.definition.schema;
  }

  #draftKey = (section: string): string => `${this.#options.owner}/${this.view.id}/${section}`;

  #keepDraft(section: string): void {
    const { value, stored, version, state } = this.#saver(section);
    if (state.kind === 'saved') return;
    const bare = (one: Json): Json => withoutSensitive(one, this.#schema(section));
    const at = new Date().toISOString();
    const draft = { key: this.#draftKey(section), value: bare(value), base: bare(stored), version, at };
    void this.#options.drafts?.write(draft).catch(() => {});
  }

  #dropDraft(section: string): void {
    void this.#options.drafts?.remove(this.#draftKey(section)).catch(() => {});
  }
}
