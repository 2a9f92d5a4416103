/** A named form of text. `hint` shows it by example, in no language. */
export type Format = { readonly name: string; readonly hint: string; test(text: string): boolean };
