/** The thread in which a face is cut to a few characters. */
import subsetFont from 'subset-font';
import { readRareFace } from '../pdf/rare-faces.ts';
import type { Cut } from './rare-faces.ts';

/** The face as a `data:` address of a WOFF2. */
export default async function cutFace({ file, letters }: Cut): Promise<string> {
  const subset = await subsetFont(await readRareFace(file), letters, { targetFormat: 'woff2' });
  return `data:font/woff2;base64,${Buffer.from(subset).toString('base64')}`;
}
