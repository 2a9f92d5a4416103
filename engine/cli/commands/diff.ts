import { parseArgs } from 'node:util';
import { apply, type Change, diff, sentence } from '#core/change/index.ts';
import { asObject, asText } from '#core/json/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';
import { cliWords, sentenceOf, systemLocale } from '../locales/index.ts';
import { filesOfEdition } from '../remote/editions.ts';
import { asNamed, REMOTE_OPTIONS } from '../remote/login.ts';
import { type Command, misused } from './command.ts';
import { openFolder } from './folder.ts';

const usage =
  'diff (DIR_A DIR_B | [DIR] --server URL --user NAME --cycle ID[@EDITION] [--cycle ID[@EDITION]]) [--json]';

type Named = { server?: string | undefined; user?: string | undefined; cycles: string[]; folders: string[] };
type Files = readonly SourceFile[];

/** What makes the second folder or edition of the first, change by change, in the programme's language. */
export const diffCommand: Command = {
  name: 'diff',
  usage,
  run: async (args) => {
    const { values, positionals: folders } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...REMOTE_OPTIONS,
        cycle: { type: 'string', multiple: true },
        json: { type: 'boolean' },
      },
    });
    const cycles = values.cycle ?? [];
    if (cycles.length + folders.length !== 2) return misused(diffCommand);
    const [before = [], after = []] = await bothOf({ ...values, cycles, folders });
    const changes = diff(before, after);
    const locale = localeOf(after);
    const lines = sentencesOf(changes, before, locale);
    const count = sentenceOf('changes', cliWords(locale), { n: changes.length });
    console.log(values.json ? JSON.stringify(changes, null, 2) : [...lines, count].join('\n'));
    return 0;
  },
};

/** What is compared: editions of a server come before a folder, which has what somebody has made of them. */
async function bothOf({ cycles, folders, ...login }: Named): Promise<Files[]> {
  const opened: Files[] = [];
  for (const folder of folders) opened.push((await openFolder(folder)).files);
  if (cycles.length === 0) return opened;
  const published = await asNamed(login, async (remote) => {
    const found: Files[] = [];
    for (const cycle of cycles) found.push((await filesOfEdition(remote, cycle)).map(asSource));
    return found;
  });
  const [first = '', second] = cycles.map((one) => one.split('@')[0] ?? '');
  const [before = [], after = []] = published;
  if (second === undefined) return [before, opened[0]?.filter(({ path }) => isOf(path, first)) ?? []];
  return [before, first === second ? after : withOther(after, before, first)];
}

const asSource = ({ path, text }: { path: string; text: string }): SourceFile =>
  path.endsWith('.json') ? { path, text, json: JSON.parse(text) } : { path, text };

/** Whether a file is of a cycle, or of all. */
function isOf(path: string, cycle: string): boolean {
  const own = identifyFile(path)?.cycle;
  return own === undefined || own === cycle;
}

/** An edition has the files of its own cycle; that those of another are not there is no difference. */
function withOther(files: Files, others: Files, cycle: string): Files {
  return [...files, ...others.filter(({ path }) => identifyFile(path)?.cycle === cycle)];
}

function localeOf(files: Files): string {
  const programme = files.find(({ path }) => path === 'programme.json');
  return asText(asObject(programme?.json).locale) ?? systemLocale(process.env);
}

/** Each change is read in the files that it is made to. */
function sentencesOf(changes: readonly Change[], files: Files, locale: string): string[] {
  let now = files;
  return changes.map((change) => {
    const line = sentence(change, now, locale);
    const applied = apply(now, change);
    if (!('problem' in applied)) now = applied.files;
    return line;
  });
}
