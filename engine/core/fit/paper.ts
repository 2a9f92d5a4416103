import type { SheetDefinition } from '#core/model/index.ts';

export type Paper = SheetDefinition['paper'];

const SIZES: Record<Paper['size'], [width: string, height: string]> = {
  A3: ['297mm', '420mm'],
  A4: ['210mm', '297mm'],
  A5: ['148mm', '210mm'],
  Letter: ['8.5in', '11in'],
  Legal: ['8.5in', '14in'],
};

const MARGIN = '15mm';
const PIXELS: Record<string, number> = { mm: 96 / 25.4, cm: 96 / 2.54, in: 96, pt: 96 / 72, px: 1 };

/** Width and height of a paper as it lies, in CSS. */
export function sizeOf({ size, orientation }: Paper): [width: string, height: string] {
  const [short, long] = SIZES[size];
  return orientation === 'landscape' ? [long, short] : [short, long];
}

/** Width of a paper as it lies, in pixels. */
export const paperWidth = (paper: Paper): number => pixels(sizeOf(paper)[0]);

/** As CSS reads one to four lengths. */
export function marginsOf({ margin = MARGIN }: Paper): [string, string, string, string] {
  const [top = MARGIN, right = top, bottom = top, left = right] = margin.split(' ');
  return [top, right, bottom, left];
}

/** The page without its margins, in pixels. */
export function pageBox(paper: Paper): { width: number; height: number } {
  const [width, height] = sizeOf(paper).map(pixels);
  const [top, right, bottom, left] = marginsOf(paper).map(pixels);
  return {
    width: (width ?? 0) - (left ?? 0) - (right ?? 0),
    height: (height ?? 0) - (top ?? 0) - (bottom ?? 0),
  };
}

/** A length of CSS in pixels; one that is none is 0. */
function pixels(length: string): number {
  const found = /^([\d.]+)(mm|cm|in|pt|px)$/.exec(length.trim());
  return found ? Number(found[1]) * (PIXELS[found[2] ?? ''] ?? 0) : 0;
}
