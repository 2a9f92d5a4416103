import { commands, usageOf } from './commands/index.ts';
import { sentenceFor } from './error.ts';

/**
 * Runs one command and gives its exit code: 0 done, 1 something is wrong with the input, 2 wrong usage. A folder or
 * file that cannot be read is reported in one sentence.
 */
export async function main([name = '', ...args]: string[]): Promise<number> {
  const command = commands.find((known) => known.name === name);
  if ([name, ...args].some((word) => HELP.includes(word))) {
    console.log(usageOf(command ? [command] : commands));
    return 0;
  }
  if (!command) {
    console.error(usageOf(commands));
    return 2;
  }
  try {
    return await command.run(args);
  } catch (error) {
    console.error(sentenceFor(error));
    return 1;
  }
}

const HELP = ['--help', '-h'];
