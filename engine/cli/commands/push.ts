import { parseArgs } from 'node:util';
import type { Created, DraftView } from '#core/model/wire/index.ts';
import { cliWords, sentenceOf } from '../locales/index.ts';
import { asNamed, REMOTE_OPTIONS } from '../remote/login.ts';
import { type Command, misused } from './command.ts';
import { openFolder } from './folder.ts';

const usage = 'push DIR --server URL --user NAME [--title TEXT]';

/** Brings a folder to a running server as a draft, and says what is wrong with it there. */
export const pushCommand: Command = {
  name: 'push',
  usage,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { ...REMOTE_OPTIONS, title: { type: 'string' } },
    });
    const [folder] = positionals;
    if (folder === undefined) return misused(pushCommand);
    const { files, locale } = await openFolder(folder);
    const words = cliWords(locale);
    const body = JSON.stringify({ files: files.map(({ path, text = '' }) => ({ path, text })) });
    const title = encodeURIComponent(values.title ?? folder);
    const { id, draft } = await asNamed(values, async (remote) => {
      const made = await remote.put<Created>(`/api/drafts?title=${title}`, body);
      return { id: made.id, draft: await remote.get<DraftView>(`/api/drafts/${made.id}`) };
    });
    const lines = draft.problems.map(({ severity, place, message }) =>
      sentenceOf('problem', words, { severity: words.severities[severity], place, message }),
    );
    const { errors, warnings } = draft.found;
    console.log(
      [...lines, sentenceOf('pushed', words, { id, n: files.length, errors, warnings })].join('\n'),
    );
    return errors > 0 ? 1 : 0;
  },
};
