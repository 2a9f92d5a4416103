/** A named format of text. `hint` is an example of it, the same in every language. */
export type Format = { readonly name: string; readonly hint: string; test(text: string): boolean };
