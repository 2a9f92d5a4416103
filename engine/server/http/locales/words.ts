/** Sentences of refusals by code. `{name}` is filled from the refusal's params. */
export type Words = Record<string, string>;
