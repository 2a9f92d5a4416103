/** One word of the command line. `run` takes what stands after the word and gives the exit code. */
export type Command = { name: string; usage: string; run(args: string[]): Promise<number> };
