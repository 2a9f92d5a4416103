import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatJson } from '#core/json/index.ts';
import { cliWords, sentenceOf } from '../locales/index.ts';
import { type Command, misused } from './command.ts';
import { openFolder } from './folder.ts';

const usage = 'manifest DIR';
const NAME = 'manifest.json';

/** Writes down which files a programme's folder holds, so that `check` notices one that goes missing. */
export const manifestCommand: Command = {
  name: 'manifest',
  usage,
  run: async ([folder]) => {
    if (folder === undefined) return misused(manifestCommand);
    const opened = await openFolder(folder);
    const files = opened.files.map(({ path }) => path).filter((path) => path !== NAME);
    await writeFile(join(folder, NAME), formatJson({ files }));
    console.log(sentenceOf('manifest', cliWords(opened.locale), { file: NAME, n: files.length }));
    return 0;
  },
};
