/** The thread in which a face is cut to the characters of a slice. */
import { readFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import { putWhole } from './shared-folder.ts';
import type { Slice } from './slices.ts';

const NAMES = [1, 2, 3, 4, 5, 6, 16, 17];

/** The slice goes by the names of the face. */
export default async function cutSlice({ path, letters, folder, name }: Slice): Promise<true> {
  const options = { targetFormat: 'truetype' as const, preserveNameIds: NAMES };
  putWhole(folder, name, await subsetFont(await readFile(path), letters, options));
  return true;
}
