/** One command. `run` takes the arguments after its name and gives the exit code. */
export type Command = { name: string; usage: string; run(args: string[]): Promise<number> };
