import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder that lasts as long as the run: what is dear to make is made there once, and copied by whoever needs it. */
    shared: string;
  }
}

/** Before the first file of a project that shares things between its files. Gives the way to clean up. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'shenbao-shared-'));
  project.provide('shared', folder);
  return () => rm(folder, { recursive: true, force: true });
}
