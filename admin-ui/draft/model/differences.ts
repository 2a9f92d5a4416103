/** Texts by their paths. */
export type Texts = ReadonlyMap<string, string>;

export const textsOfFiles = (files: readonly { path: string; text: string }[]): Texts =>
  new Map(files.map(({ path, text }) => [path, text]));

/** What is another or new since then, and what is gone (null). */
export function textDifferences(before: Texts, after: Texts): Record<string, string | null> {
  const changed = [...after].filter(([path, text]) => before.get(path) !== text);
  const gone = [...before.keys()].filter((path) => !after.has(path)).map((path) => [path, null] as const);
  return Object.fromEntries<string | null>([...changed, ...gone]);
}
