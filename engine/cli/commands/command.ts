import { type CliWords, cliWords, systemLocale } from '../locales/index.ts';

/** One command. `run` takes the arguments after its name and gives the exit code. */
export type Command = {
  name: keyof CliWords['usages'];
  usage: string;
  run(args: string[]): Promise<number>;
};

type Used = Pick<Command, 'name' | 'usage'>;

/** How commands are written, and what they are for, in the machine's language. */
export function usageOf(some: readonly Used[]): string {
  const words = cliWords(systemLocale(process.env));
  const lines = some.flatMap(({ name, usage }) => [`  shenbao ${usage}`, `      ${words.usages[name]}`]);
  return [words.usage, ...lines].join('\n');
}

/** Says how the command is written; gives the exit code of one that is misused. */
export function misused(command: Used): number {
  console.error(usageOf([command]));
  return 2;
}
