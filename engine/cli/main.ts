import { commands } from './commands/index.ts';

/**
 * Runs one command and gives its exit code: 0 done, 1 something is wrong with what was given, 2 misused.
 * A folder or file that cannot be taken is said in one sentence.
 */
export async function main([name = '', ...args]: string[]): Promise<number> {
  const command = commands.find((known) => known.name === name);
  if (!command) {
    console.error(['usage:', ...commands.map(({ usage }) => `  shenbao ${usage}`)].join('\n'));
    return 2;
  }
  try {
    return await command.run(args);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}
