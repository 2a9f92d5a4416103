import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatJson } from '#core/json/index.ts';
import { readFolder } from '#server/load/index.ts';
import type { Command } from './command.ts';

const usage = 'format DIR';

/** Writes the JSON of a programme's folder in its one form: what fits on a line stands on one. */
export const formatCommand: Command = {
  name: 'format',
  usage,
  run: async ([folder]) => {
    if (folder === undefined) {
      console.error(`usage: shenbao ${usage}`);
      return 2;
    }
    const files = (await readFolder(folder)).filter(({ path }) => path.endsWith('.json'));
    const broken = files.filter(({ json }) => json === undefined);
    const formatted = files.flatMap(({ path, json, text }) =>
      json === undefined ? [] : [{ path, before: text, after: formatJson(json) }],
    );
    const changed = formatted.filter(({ before, after }) => before !== after);
    for (const { path, after } of changed) await writeFile(join(folder, path), after);
    const lines = [
      ...changed.map(({ path }) => path),
      ...broken.map(({ path }) => `${path}: this is no JSON; \`shenbao check\` says where`),
      `${changed.length} of ${files.length} files written`,
    ];
    console.log(lines.join('\n'));
    return broken.length > 0 ? 1 : 0;
  },
};
