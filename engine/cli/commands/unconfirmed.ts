import { parseArgs } from 'node:util';
import { unconfirmed } from '#core/lint/index.ts';
import { sourceText } from '#core/sentence/index.ts';
import { cliWords, sentenceOf } from '../locales/index.ts';
import { type Command, misused } from './command.ts';
import { openEdition } from './edition.ts';

const usage = 'unconfirmed DIR [--cycle ID] [--json]';

/** Lists what a programme holds that nobody has confirmed yet. */
export const unconfirmedCommand: Command = {
  name: 'unconfirmed',
  usage,
  run: async (args) => {
    const options = { cycle: { type: 'string' }, json: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    const [folder] = positionals;
    if (folder === undefined) return misused(unconfirmedCommand);
    const { definition, locate } = await openEdition(folder, values.cycle);
    const found = unconfirmed(definition).map((one) => ({
      ...locate(one.pointer),
      place: one.place,
      source: one.source,
    }));
    const words = cliWords(definition.programme.locale);
    const lines = found.map((one) =>
      sentenceOf('unconfirmed', words, {
        ...one,
        source: sourceText(one.source, definition.programme.locale),
      }),
    );
    console.log(
      values.json
        ? JSON.stringify(found, null, 2)
        : [...lines, sentenceOf('unconfirmedCount', words, { n: found.length })].join('\n'),
    );
    return 0;
  },
};
