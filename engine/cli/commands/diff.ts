import { parseArgs } from 'node:util';
import { apply, type Change, diff, sentence } from '#core/change/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import { cliWords, sentenceOf } from '../locales/index.ts';
import { type Command, misused } from './command.ts';
import { openFolder } from './folder.ts';

const usage = 'diff DIR_A DIR_B [--json]';

/** What makes the second folder of the first, change by change, in the programme's language. */
export const diffCommand: Command = {
  name: 'diff',
  usage,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' } },
    });
    const [from, to] = positionals;
    if (from === undefined || to === undefined) return misused(diffCommand);
    const [before, after] = [await openFolder(from), await openFolder(to)];
    const changes = diff(before.files, after.files);
    const lines = sentencesOf(changes, before.files, after.locale);
    const count = sentenceOf('changes', cliWords(after.locale), { n: changes.length });
    console.log(values.json ? JSON.stringify(changes, null, 2) : [...lines, count].join('\n'));
    return 0;
  },
};

/** Each change is read in the files that it is made to. */
function sentencesOf(changes: readonly Change[], files: readonly SourceFile[], locale: string): string[] {
  let now = files;
  return changes.map((change) => {
    const line = sentence(change, now, locale);
    const applied = apply(now, change);
    if (!('problem' in applied)) now = applied.files;
    return line;
  });
}
