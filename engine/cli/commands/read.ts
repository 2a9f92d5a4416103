import { parseArgs } from 'node:util';
import { type ReadPart, type ReadRule, readProgramme, sourceText } from '#core/sentence/index.ts';
import { editionIn } from './answers.ts';
import { type Command, misused } from './command.ts';

const usage = 'read DIR [--cycle ID] [--lang LANGUAGE] [--json]';

/** Prints every rule of a programme as a sentence, under the headings of what it is about. */
export const readCommand: Command = {
  name: 'read',
  usage,
  run: async (args) => {
    const options = {
      cycle: { type: 'string' },
      lang: { type: 'string' },
      json: { type: 'boolean' },
    } as const;
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    const [folder] = positionals;
    if (folder === undefined) return misused(readCommand);
    const { definition } = await editionIn(folder, values);
    const { title, locale } = definition.programme;
    const parts = readProgramme(definition, locale);
    const page = [
      `# ${title} ${definition.edition.cycle.title}`,
      ...parts.map((part) => partText(part, locale)),
    ].join('\n\n');
    console.log(values.json ? JSON.stringify(parts, null, 2) : page);
    return 0;
  },
};

function partText({ title, rules }: ReadPart, locale: string): string {
  return [`## ${title}`, '', ...rules.map((rule) => ruleText(rule, locale))].join('\n');
}

function ruleText({ text, ways = [], notes, source }: ReadRule, locale: string): string {
  const asides = [...notes, ...(source === undefined ? [] : [sourceText(source, locale)])].map(
    (aside) => ` [${aside}]`,
  );
  return [`- ${text}${asides.join('')}`, ...ways.map((way, index) => `  ${index + 1}. ${way}`)].join('\n');
}
