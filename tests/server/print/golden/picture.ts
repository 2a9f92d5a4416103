import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';

/** Letters are grey stripes at this size, and every row, line and heading is where it is. */
const DOTS_PER_INCH = 12;
/** Greys of a picture: fewer take less room, and no eye sees the difference. */
const GREYS = 16;
const STEP = 256 / GREYS;

/** In grey, a byte for each point. */
export type Picture = { width: number; height: number; points: Uint8Array };

/** The pages of a PDF side by side, small and in grey. */
export const pictureOf = (pdf: Buffer): Picture => sideBySide(pagesOf(pdf, DOTS_PER_INCH));

/** Each page of a PDF, in grey. */
export function pagesOf(pdf: Buffer, dotsPerInch: number): Picture[] {
  const folder = mkdtempSync(join(tmpdir(), 'golden-'));
  execFileSync('pdftoppm', ['-r', String(dotsPerInch), '-gray', '-', join(folder, 'page')], { input: pdf });
  const names = readdirSync(folder).sort();
  const pages = names.map((name) => readGreyMap(readFileSync(join(folder, name))));
  rmSync(folder, { recursive: true });
  return pages;
}

/** The head of a PGM is three numbers behind the kind: width, height, white. */
function readGreyMap(file: Buffer): Picture {
  const [head = '', width, height] = /^P5\s+(\d+)\s+(\d+)\s+\d+\s/.exec(file.toString('latin1', 0, 64)) ?? [];
  const points = file.subarray(head.length).map((point) => Math.min(Math.round(point / STEP) * STEP, 255));
  return { width: Number(width), height: Number(height), points };
}

function sideBySide(pages: readonly Picture[]): Picture {
  const width = pages.reduce((sum, page) => sum + page.width, 0);
  const height = Math.max(...pages.map((page) => page.height));
  const points = new Uint8Array(width * height).fill(255);
  let left = 0;
  for (const page of pages) {
    for (let y = 0; y < page.height; y += 1)
      points.set(page.points.subarray(y * page.width, (y + 1) * page.width), y * width + left);
    left += page.width;
  }
  return { width, height, points };
}

export function toPng({ width, height, points }: Picture): Buffer {
  const png = new PNG({ width, height });
  for (const [index, point] of points.entries()) png.data.set([point, point, point, 255], index * 4);
  return PNG.sync.write(png, { colorType: 0, deflateLevel: 9 });
}

export function fromPng(file: Buffer): Picture {
  const { width, height, data } = PNG.sync.read(file);
  return {
    width,
    height,
    points: Uint8Array.from({ length: width * height }, (_, index) => data[index * 4] ?? 0),
  };
}

/**
 * How different two pictures are where they differ most, from 0 to 255: of each point with its neighbours the mean, so
 * that an edge which lies a hair beside the other's counts little. Of pictures of other sizes 255.
 */
export function difference(one: Picture, other: Picture): number {
  if (one.width !== other.width || one.height !== other.height) return 255;
  const [first, second] = [blurred(one), blurred(other)];
  return first.reduce((most, point, index) => Math.max(most, Math.abs(point - (second[index] ?? 0))), 0);
}

/** Each point as the mean of the five times five of which it is the middle. */
function blurred({ width, height, points }: Picture): Float32Array {
  const rows = meanAlong(Float32Array.from(points), 1, width);
  return meanAlong(rows, width, width * height);
}

/** The mean of five points, `step` apart, within stretches of `length`. */
function meanAlong(points: Float32Array, step: number, length: number): Float32Array {
  const at = (index: number, by: number): number => {
    const other = index + by * step;
    return Math.floor(other / length) === Math.floor(index / length) ? (points[other] ?? 255) : 255;
  };
  return points.map(
    (point, index) => (at(index, -2) + at(index, -1) + point + at(index, 1) + at(index, 2)) / 5,
  );
}
