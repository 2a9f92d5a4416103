import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';

const MOST_WAITING = 600_000;

/**
 * A folder of one's own, filled as `make` fills it. `make` runs once in a whole run, whichever file comes first; every
 * other caller, in other files too, gets a copy, which takes no time.
 */
export async function copyOf(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const model = join(inject('shared'), name);
  if (await isFirst(model)) {
    const unfinished = await mkdtemp(`${model}-`);
    await make(unfinished);
    await rename(unfinished, model);
  }
  await finished(model);
  const copy = await mkdtemp(join(tmpdir(), 'shenbao-copy-'));
  await cp(model, copy, { recursive: true });
  return copy;
}

/** A folder is made by one process alone, whoever else tries. */
const isFirst = (model: string): Promise<boolean> =>
  mkdir(`${model}.making`).then(
    () => true,
    () => false,
  );

async function finished(model: string): Promise<void> {
  for (let waited = 0; !existsSync(model); waited += 100) {
    if (waited > MOST_WAITING) throw new Error(`${model} was begun by another file, which did not finish it`);
    await pause(100);
  }
}
