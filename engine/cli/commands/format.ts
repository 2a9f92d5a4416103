import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatJson } from '#core/json/index.ts';
import { cliWords, sentenceOf } from '../locales/index.ts';
import { type Command, misused } from './command.ts';
import { openFolder } from './folder.ts';

const usage = 'format DIR';

/** Writes the JSON of a programme's folder in its one form: what fits on a line stands on one. */
export const formatCommand: Command = {
  name: 'format',
  usage,
  run: async ([folder]) => {
    if (folder === undefined) return misused(formatCommand);
    const opened = await openFolder(folder);
    const files = opened.files.filter(({ path }) => path.endsWith('.json'));
    const broken = files.filter(({ json }) => json === undefined);
    const formatted = files.flatMap(({ path, json, text }) =>
      json === undefined ? [] : [{ path, before: text, after: formatJson(json) }],
    );
    const changed = formatted.filter(({ before, after }) => before !== after);
    for (const { path, after } of changed) await writeFile(join(folder, path), after);
    const words = cliWords(opened.locale);
    const lines = [
      ...changed.map(({ path }) => path),
      ...broken.map(({ path }) => sentenceOf('notJson', words, { path })),
      sentenceOf('formatted', words, { n: changed.length, files: files.length }),
    ];
    console.log(lines.join('\n'));
    return broken.length > 0 ? 1 : 0;
  },
};
