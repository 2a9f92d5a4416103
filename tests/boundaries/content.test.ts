import { expect, it } from 'vitest';
import { readSources } from './sources.ts';

/** Whoever reads content out of the file store, and what keeps a file there that nobody may open. */
const READERS: Record<string, string> = {
  'engine/server/services/cases/files/read-file.ts': 'refuses what is held or infected',
  'engine/server/services/cases/files/held-files.ts': 'gives it to the scanner alone',
  'engine/server/services/cases/frozen/read-frozen.ts':
    'gives what the printer made, to whoever may see the case and the sheet',
  'engine/server/services/print-runs/run-file.ts':
    'gives what the printer made, to its maker who may see every case in it',
};

it('content leaves the file store where its state is looked at, and nowhere else', () => {
  const sources = readSources(['engine/server'], ['.ts']);
  const readers = sources.filter(({ text }) => /\bfiles\.open\(/.test(text)).map(({ path }) => path);
  expect(readers.sort()).toEqual(Object.keys(READERS).sort());
});
