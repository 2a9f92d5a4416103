import { existsSync } from 'node:fs';
import { cp, mkdtemp, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';

/**
 * A folder of one's own, filled as `make` fills it. `make` runs once in a whole run; later callers, in other files
 * too, get a copy, which takes no time. Files that share must not run side by side.
 */
export async function copyOf(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const model = join(inject('shared'), name);
  if (!existsSync(model)) {
    const unfinished = await mkdtemp(`${model}-`);
    await make(unfinished);
    await rename(unfinished, model);
  }
  const copy = await mkdtemp(join(tmpdir(), 'shenbao-copy-'));
  await cp(model, copy, { recursive: true });
  return copy;
}
