import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeList, Json, SectionDefinition } from '#core/model/index.ts';

/** A sample of RJSF's playground as a section of ours, with answers and the problems that they have. */
export type RjsfSample = {
  sample: string;
  codes?: CodeList[];
  section: SectionDefinition;
  answers: { value: Json; problems: string[] }[];
};

const FOLDER = 'tests/fixtures/rjsf-samples';

/** Every sample that can be written here; the page `docs/rjsf-samples.md` lists them with the others. */
export const rjsfSamples: RjsfSample[] = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.json'))
  .sort()
  .map((path) => JSON.parse(readFileSync(join(FOLDER, path), 'utf8')) as RjsfSample);
