import type { JsonObject } from '#core/model/index.ts';

type TextFile = { path: string; text: string };

/** What the thread is given: changes to be made to files; without changes the files are checked. */
export type Task = { files: TextFile[]; changes?: JsonObject[] };
