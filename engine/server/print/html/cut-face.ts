/** The thread in which a face is cut to the characters of a page. */
import { readFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import { readRareFace } from '../pdf/rare-faces.ts';
import type { Cut } from './page-faces.ts';

/** The face as a `data:` address; as WOFF, for WOFF2 takes a second where this takes less than a tenth. */
export default async function cutFace({ file, isPacked, letters }: Cut): Promise<string> {
  const face = await (isPacked ? readRareFace(file) : readFile(file));
  const subset = await subsetFont(face, letters, { targetFormat: 'woff' });
  return `data:font/woff;base64,${Buffer.from(subset).toString('base64')}`;
}
