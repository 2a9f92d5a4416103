import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatJson } from '#core/json/index.ts';
import { readFolder } from '#server/load/index.ts';
import type { Command } from './command.ts';

const usage = 'manifest DIR';
const NAME = 'manifest.json';

/** Writes down which files a programme's folder holds, so that `check` notices one that goes missing. */
export const manifestCommand: Command = {
  name: 'manifest',
  usage,
  run: async ([folder]) => {
    if (folder === undefined) {
      console.error(`usage: shenbao ${usage}`);
      return 2;
    }
    const files = (await readFolder(folder)).map(({ path }) => path).filter((path) => path !== NAME);
    await writeFile(join(folder, NAME), formatJson({ files }));
    console.log(`${NAME}: ${files.length} files`);
    return 0;
  },
};
