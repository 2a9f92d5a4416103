import pLimit from 'p-limit';
import { Piscina } from 'piscina';

/** `idleMs`: after so long without a task a thread ends; absent: never. */
type Limits = { atOnce: number; timeMs: number; memoryMb: number; idleMs?: number };

type Threads<Task, Answer> = {
  /** The answer of a thread, or null where it took too long, or more memory than it may, or died. */
  ask(task: Task): Promise<Answer | null>;
  close(): Promise<void>;
};

/** Warm threads that run the default export of a file, one task at a time each. One that hangs or dies is replaced. */
export function openThreads<Task, Answer>(file: URL, limits: Limits): Threads<Task, Answer> {
  const pool = startPool<Task, Answer>(file, limits);
  /** In front of the pool: a task's time begins with its turn, not while it waits. */
  const inTurn = pLimit(limits.atOnce);
  const run = (task: Task): Promise<Answer> => pool.run(task, { signal: AbortSignal.timeout(limits.timeMs) });
  return {
    ask: (task) => inTurn(() => run(task).catch(() => null)),
    close: () => pool.destroy(),
  };
}

/** With an empty environment: what a hostile file can reach there has no keys. */
function startPool<Task, Answer>(file: URL, { atOnce, memoryMb, idleMs }: Limits): Piscina<Task, Answer> {
  const pool = new Piscina<Task, Answer>({
    filename: file.href,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    minThreads: 0,
    maxThreads: atOnce,
    idleTimeout: idleMs ?? Number.POSITIVE_INFINITY,
    // A thread that waits for its next task finishes what the last one has left to do.
    atomics: 'disabled',
  });
  // A thread that dies while nobody asks it is replaced at the next task.
  pool.on('error', () => undefined);
  return pool;
}
