/**
 * A named format of text. `hint` is an example of it, the same in every language. `read` gives what is stored of what
 * somebody wrote, null where it cannot be read; without it only what `test` takes is right.
 */
export type Format = {
  readonly name: string;
  readonly hint: string;
  test(text: string): boolean;
  read?(text: string): string | null;
};
