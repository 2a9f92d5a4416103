import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { apply, type Change, sentence } from '#core/change/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import { checkCommand } from './check.ts';
import { type Command, misused } from './command.ts';
import { openFolder } from './folder.ts';

const usage = 'clone DIR --from CYCLE --to CYCLE';

/** A new cycle as a copy of another, its days, year texts and examples moved; then what is still to be decided in it. */
export const cloneCommand: Command = {
  name: 'clone',
  usage,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { from: { type: 'string' }, to: { type: 'string' } },
    });
    const [folder] = positionals;
    const { from, to } = values;
    if (folder === undefined || from === undefined || to === undefined) return misused(cloneCommand);
    const { files, locale } = await openFolder(folder);
    const change: Change = { kind: 'cloneCycle', from, to };
    const applied = apply(files, change);
    if ('problem' in applied) {
      console.error(applied.problem.message);
      return 1;
    }
    await writeChanged(folder, files, applied.files);
    console.log(sentence(change, files, locale));
    return checkCommand.run([folder, '--cycle', to]);
  },
};

async function writeChanged(folder: string, before: SourceFile[], after: SourceFile[]): Promise<void> {
  const known = new Map(before.map(({ path, text }) => [path, text]));
  for (const { path, text } of after.filter((file) => known.get(file.path) !== file.text)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text ?? '');
  }
}
