import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What a watermark of a fifth of middle grey leaves of white. */
export const GREY = 230;

/** Each page of a PDF as a small picture in grey, a byte for each point. */
export function pictures(file: string): Buffer[] {
  const folder = dirname(file);
  const root = basename(file, '.pdf');
  execFileSync('pdftoppm', ['-r', '30', '-gray', file, join(folder, root)]);
  const names = readdirSync(folder).filter(
    (name) => name.endsWith('.pgm') && name.slice(0, name.lastIndexOf('-')) === root,
  );
  return names.sort().map((name) => {
    const picture = readFileSync(join(folder, name));
    rmSync(join(folder, name));
    return pointsOf(picture);
  });
}

/** The points of a PGM, whose head is three numbers behind the kind: width, height, white. */
function pointsOf(picture: Buffer): Buffer {
  const [head = ''] = /^P5\s+\d+\s+\d+\s+\d+\s/.exec(picture.toString('latin1', 0, 64)) ?? [];
  return picture.subarray(head.length);
}

/** How much of a picture has the grey of a watermark over white. */
export function greyShare(points: Buffer): number {
  const grey = points.filter((point) => Math.abs(point - GREY) <= 2);
  return grey.length / points.length;
}
