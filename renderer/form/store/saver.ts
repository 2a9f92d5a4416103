import { sameJson } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';
import { isConflict, isNotAsked, isOffline, isPassing } from '#renderer/api/errors.ts';
import type { SectionRecord } from '#renderer/api/index.ts';
import { currentOf, type Stored } from './conflict.ts';
import { merge } from './merge.ts';

/** The state of a section's answers between this page and the server. */
export type SaveState =
  | { kind: 'saved'; at: string | null }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'offline' }
  | { kind: 'refused'; error: unknown }
  | { kind: 'conflict'; theirs: Stored };

type SaverOptions = {
  initial: SectionRecord;
  save: (value: Json, version: number) => Promise<SectionRecord>;
  /** Milliseconds between the last change and its save. */
  delay: number;
  /** Milliseconds until an unreachable server is tried again. */
  retry: number;
  changed: () => void;
  /** Answers that were saved elsewhere have been taken in beside those of this page. */
  merged?: () => void;
  /** Whether a condition hides the section now: what was typed is set aside and waits. */
  hidden?: () => boolean;
  /** The answers without what is computed: in that alone two versions do not differ. */
  typed?: (value: Json) => Json;
};

/**
 * Saves one section by itself: a while after the last change, one save at a time, always at the version
 * that was read. What was saved elsewhere meanwhile is taken in where this page has changed something else; where both
 * have changed the same answer, saving stops until the user chooses. Nothing is overwritten without asking.
 */
export class Saver {
  #options: SaverOptions;
  #value: Json;
  #version: number;
  #stored: Json;
  /** What the server holds where both sides clash, until somebody has chosen. */
  #met: Json = null;
  /** What a running save has sent. */
  #sending: Json = null;
  #state: SaveState;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;

  constructor(options: SaverOptions) {
    this.#options = options;
    this.#value = options.initial.value;
    this.#version = options.initial.version;
    this.#stored = options.initial.value;
    this.#state = { kind: 'saved', at: options.initial.savedAt };
  }

  get value(): Json {
    return this.#value;
  }

  /** What the server has acknowledged; null before the first save. */
  get stored(): Json {
    return this.#version > 0 ? this.#stored : null;
  }

  get version(): number {
    return this.#version;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** Takes a new value and saves it soon. The same value again is no change. */
  set(value: Json): void {
    if (sameJson(value, this.#value)) return;
    this.#value = value;
    if (this.#state.kind !== 'conflict') this.#saveLater();
    this.#options.changed();
  }

  /**
   * Takes up answers that were typed at a version and never saved; `base` is what that version held, where it is known.
   * What was saved since is another side.
   */
  resume(value: Json, version: number, base?: Json): void {
    const theirs = { version: this.#version, value: this.#value };
    this.#value = value;
    if (version === theirs.version) this.#saveLater();
    else if (base === undefined) this.#enter({ kind: 'conflict', theirs });
    else this.#unite(base, theirs);
  }

  /** Saves now what is unsaved; resolves when nothing is left to do or nothing more can be done. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#running) await this.#running;
    if (['saved', 'conflict'].includes(this.#state.kind) || this.#options.hidden?.()) return;
    this.#running = this.#send().finally(() => {
      this.#running = undefined;
    });
    await this.#running;
  }

  /**
   * Sends what is unsaved at once, without waiting for a save that is still running: this one follows it, so it carries
   * the version that the running one will have made.
   */
  leave(): void {
    clearTimeout(this.#timer);
    if (!this.#running) void this.flush();
    else if (!sameJson(this.#value, this.#sending)) void this.#sendAfter(this.#value);
  }

  /** Saves what the form began with, though nobody has changed it: from then on it is this person's. */
  async keep(nothing: Json): Promise<void> {
    if (this.#version > 0 || this.#state.kind !== 'saved') return this.flush();
    this.#value ??= nothing;
    this.#enter({ kind: 'unsaved' });
    await this.flush();
  }

  /** Resolves a conflict: where both sides have changed the same answer, this page's is saved or theirs is taken. */
  async choose(side: 'mine' | 'theirs'): Promise<void> {
    if (this.#state.kind !== 'conflict') return;
    const { theirs } = this.#state;
    this.#version = theirs.version;
    this.#stored = this.#met;
    if (side === 'theirs') this.#value = theirs.value;
    const isStored = sameJson(this.#value, this.#stored);
    this.#enter(isStored ? { kind: 'saved', at: null } : { kind: 'unsaved' });
    await this.flush();
  }

  /** Stops every timer; nothing is saved after it. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), delay);
  }

  #saveLater(): void {
    if (this.#state.kind !== 'saving') this.#enter({ kind: 'unsaved' });
    this.#schedule(this.#options.delay);
  }

  /** More was typed during the save. */
  #again(): void {
    this.#enter({ kind: 'unsaved' });
    this.#schedule(this.#options.delay);
  }

  #tryAgain(): void {
    this.#enter({ kind: 'offline' });
    this.#schedule(this.#options.retry);
  }

  /** The answers that show it may be on their way. */
  #later(): void {
    this.#enter({ kind: 'unsaved' });
    this.#schedule(this.#options.delay);
  }

  #enter(state: SaveState): void {
    this.#state = state;
    this.#options.changed();
  }

  async #send(): Promise<void> {
    const sent = this.#value;
    this.#sending = sent;
    this.#enter({ kind: 'saving' });
    try {
      const record = await this.#options.save(sent, this.#version);
      this.#reach(record, sent);
    } catch (error) {
      this.#fail(sent, error);
    }
  }

  /** Where this fails, the draft is left, and the next save if the page stays after all. */
  async #sendAfter(sent: Json): Promise<void> {
    try {
      this.#reach(await this.#options.save(sent, this.#version + 1), sent);
    } catch {}
  }

  /** The server holds this now. Answers may come in another order than they were asked for. */
  #reach({ version, savedAt }: SectionRecord, sent: Json): void {
    if (version < this.#version) return;
    this.#version = version;
    this.#acknowledge(sent, savedAt);
  }

  #acknowledge(sent: Json, at: string | null): void {
    this.#stored = sent;
    if (sameJson(sent, this.#value)) this.#enter({ kind: 'saved', at });
    else this.#again();
  }

  #fail(sent: Json, error: unknown): void {
    const theirs = isConflict(error) ? currentOf(error) : null;
    if (isNotAsked(error)) this.#later();
    else if (theirs) this.#meet(sent, theirs);
    else if (isOffline(error) || isPassing(error)) this.#tryAgain();
    else this.#enter({ kind: 'refused', error });
  }

  /** Somebody else saved meanwhile. The same answers are no conflict: only the version moves on. */
  #meet(sent: Json, theirs: Stored): void {
    if (!this.#areSame(theirs.value, sent)) {
      this.#unite(this.#stored, theirs);
      return;
    }
    this.#version = theirs.version;
    this.#acknowledge(sent, null);
  }

  #areSame(one: Json, other: Json): boolean {
    const { typed = (value) => value } = this.#options;
    return sameJson(typed(one), typed(other));
  }

  /** Puts both sides together, and asks only where they have changed the same answer since `base`. */
  #unite(base: Json, { version, value }: Stored): void {
    const { mine, theirs } = merge(base, this.#value, value);
    this.#value = mine;
    if (!this.#areSame(mine, theirs)) {
      this.#met = value;
      this.#enter({ kind: 'conflict', theirs: { version, value: theirs } });
      return;
    }
    this.#version = version;
    this.#stored = value;
    this.#options.merged?.();
    this.#again();
  }
}
