import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openThreads } from '#server/threads/index.ts';

const LIMITS = { atOnce: 2, timeMs: 5_000, memoryMb: 64 };

describe('threads for what may be hostile', () => {
  let threads: ReturnType<typeof openThreads<string, unknown>>;
  beforeAll(() => {
    threads = openThreads(new URL('./hostile-thread.ts', import.meta.url), LIMITS);
  });
  afterAll(() => threads.close());

  it.each(['hang', 'hoard', 'exit'])(
    'give null for a task that does this: %s; and answer the next',
    async (task) => {
      expect(await threads.ask(task)).toBeNull();
      expect(await threads.ask('answer')).toBe('answered');
    },
  );

  it('count the time of a task from its turn on', async () => {
    const tasks = ['hang', 'hang', 'hang', 'hang', 'answer', 'answer'];
    const answers = await Promise.all(tasks.map((task) => threads.ask(task)));
    expect(answers).toEqual([null, null, null, null, 'answered', 'answered']);
  });

  it('are replaced when they die while idle', async () => {
    expect(await threads.ask('die later')).toBe('answered');
    await pause(200);
    // A thread that was slow to die may still take one task with it.
    await expect.poll(() => threads.ask('answer')).toBe('answered');
  });

  it('see nothing of the environment', async () => {
    expect(await threads.ask('environment')).toBe(0);
  });
});
