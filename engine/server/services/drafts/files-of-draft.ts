import { filesOf, textOf } from '#server/services/editions/index.ts';
import { sources, type Tx } from '#server/store/index.ts';

/** The files of a source by their texts, with the manifest where one is promised. */
export async function textsOf(tx: Tx, source: string): Promise<{ path: string; text: string }[]> {
  const files = filesOf(await sources.files(tx, source));
  return files.map(({ path, ...file }) => ({ path, text: textOf(file) }));
}
