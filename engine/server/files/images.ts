import { readFile } from 'node:fs/promises';
import type { FileProblem } from './problem.ts';

type ImageFacts = { size: { width: number; height: number } | null; problems: FileProblem[] };

/** Far above what a scan needs; a picture that decodes to more is an attack. */
const MOST_PIXELS = 100_000_000;
const IHDR = 8;
const IEND = Buffer.from('IEND');
const END_OF_IMAGE = Buffer.from([0xff, 0xd9]);

/** Size from the IHDR chunk, which must be first; the file must reach its IEND. */
export async function inspectPng(path: string): Promise<ImageFacts> {
  const bytes = await readFile(path);
  const isWhole =
    bytes.length > 32 && bytes.toString('latin1', IHDR + 4, IHDR + 8) === 'IHDR' && bytes.includes(IEND, -64);
  if (!isWhole) return broken();
  return factsOf(bytes.readUInt32BE(IHDR + 8), bytes.readUInt32BE(IHDR + 12));
}

/** Size from the frame header, found by walking the segments; the file must hold the end of an image. */
export async function inspectJpeg(path: string): Promise<ImageFacts> {
  const bytes = await readFile(path);
  const frame = frameOf(bytes);
  if (frame === null || bytes.lastIndexOf(END_OF_IMAGE) < frame) return broken();
  return factsOf(bytes.readUInt16BE(frame + 7), bytes.readUInt16BE(frame + 5));
}

/** Where the start-of-frame segment stands, or null. */
function frameOf(bytes: Buffer): number | null {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (isFrame(marker)) return at;
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which lie between them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function factsOf(width: number, height: number): ImageFacts {
  if (width === 0 || height === 0) return broken();
  const problems: FileProblem[] = width * height > MOST_PIXELS ? ['too-large-image'] : [];
  return { size: { width, height }, problems };
}

function broken(): ImageFacts {
  return { size: null, problems: ['broken'] };
}
