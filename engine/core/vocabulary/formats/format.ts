/**
 * A named format of text. `hint` is an example of how people write it, the same in every language. `read` gives what is
 * stored of what somebody wrote, null where it cannot be read; without it only what `test` takes is right. `write` gives
 * what stands in a field for what is stored, so that reading it gives the same again; without it the stored text itself.
 * `amiss` gives why a text that `test` refuses is wrong though it is written as it should be: the name of a sentence.
 */
export type Format = {
  readonly name: string;
  readonly hint: string;
  test(text: string): boolean;
  read?(text: string, timeZone: string): string | null;
  write?(stored: string, timeZone: string): string;
  amiss?(text: string): 'no-date' | 'backwards' | undefined;
};
