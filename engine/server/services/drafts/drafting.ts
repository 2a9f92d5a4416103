import { LRUCache } from 'lru-cache';
import type { AnswerStep } from '#core/change/index.ts';
import type { FormHashes } from '#core/draft/index.ts';
import type {
  Checked,
  Drafting,
  Exampled,
  Made,
  Previewed,
  Replayed,
  UnreachedRule,
} from '#server/services/ground/index.ts';
import { openThreads } from '#server/threads/index.ts';
import type { Task } from './task.ts';

const THREAD = new URL('./thread.ts', import.meta.url);
/** Far more than a large programme with all its examples takes on a slow machine. */
const LIMITS = { atOnce: 1, timeMs: 180_000, memoryMb: 1024 };
/** What was found wrong is remembered for so many states of files. */
const REMEMBERED = 50;

/** A thread in which changes are made and definitions are checked. */
export function openDrafting(): Drafting {
  const threads = openThreads<Task, unknown>(THREAD, LIMITS);
  const known = new LRUCache<string, Promise<Checked>>({ max: REMEMBERED });
  const unreached = new LRUCache<string, Promise<UnreachedRule[] | null>>({ max: REMEMBERED });

  return {
    make: async (files, changes) => (await threads.ask({ files, changes })) as Made,
    check(source, files) {
      const before = known.get(source);
      if (before) return before;
      const checked = threads.ask({ files }) as Promise<Checked>;
      known.set(source, checked);
      // What took too long on a busy machine is tried again.
      checked.then((one) => one ?? known.delete(source));
      return checked;
    },
    steps: async (before, began, changes, cycle) =>
      (await threads.ask({ before, began, changes, cycle })) as AnswerStep[] | null,
    preview: async (files, preview) => (await threads.ask({ files, preview })) as Previewed,
    replay: async (replaying, files, cases) =>
      (await threads.ask({ replaying, files, cases })) as Replayed[] | null,
    example: async (replaying, files, example, question) =>
      (await threads.ask({ replaying, files, example, question })) as Exampled,
    forms: async (forms, files) => (await threads.ask({ files, forms })) as FormHashes | null,
    unreached(source, files, cycles, renames) {
      const states = cycles.map(({ cycle, source: before }) => `${cycle} ${before}`);
      const key = [source, ...states, JSON.stringify(renames)].join('\n');
      const before = unreached.get(key);
      if (before) return before;
      const found = threads.ask({ files, cycles, renames }) as Promise<UnreachedRule[] | null>;
      unreached.set(key, found);
      found.then(
        (one) => one ?? unreached.delete(key),
        () => unreached.delete(key),
      );
      return found;
    },
    close: threads.close,
  };
}
