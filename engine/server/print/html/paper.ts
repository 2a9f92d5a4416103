import { marginsOf, type Paper as PaperDefinition, sizeOf } from '#core/fit/index.ts';

/** How two pages lie on a sheet: side by side or one below the other, each so many times; the sheet in points. */
export type TwoUp = { across: boolean; copies: number; width: number; height: number };

/** Two pages of a size fill a sheet of this one, turned by a right angle. */
const DOUBLE: Partial<Record<PaperDefinition['size'], PaperDefinition['size']>> = { A5: 'A4', A4: 'A3' };

/** What keeps the lines at the edge of a table from being cut off. */
const EDGE = '.5pt';
/** Where the sheet is cut in two. */
const CUT = `${EDGE} dashed #888`;
const POINTS_PER_MM = 72 / 25.4;

/** The paper that is put into the printer: twice the page, where two stand on it. */
function sheetOf({ size, orientation, nUp }: PaperDefinition): PaperDefinition | undefined {
  const double = nUp ? DOUBLE[size] : undefined;
  const turned = orientation === 'portrait' ? 'landscape' : 'portrait';
  return double && { size: double, orientation: turned };
}

/** How a PDF of single pages is laid on its sheets; undefined where a page is a sheet. */
export function twoUpOf(paper: PaperDefinition): TwoUp | undefined {
  const sheet = sheetOf(paper);
  if (!sheet) return undefined;
  const [width, height] = sizeOf(sheet).map((length) => Number.parseFloat(length) * POINTS_PER_MM);
  const across = paper.orientation === 'portrait';
  return { across, copies: paper.copies ?? 1, width: width ?? 0, height: height ?? 0 };
}

/**
 * The rules of a sheet's paper. Of two pages to a sheet the browser's own print gets both halves: copies stand side by
 * side or one below the other, other pages run through two columns. On the screen a page stands alone.
 */
export function pageRules(paper: PaperDefinition): string {
  const margin = marginsOf(paper).join(' ');
  const root = `:root{--paper-width:${sizeOf(paper)[0]};--paper-margin:${margin}}`;
  const sheet = sheetOf(paper);
  if (!sheet) return `@page{size:${paper.size} ${paper.orientation};margin:${margin}}${root}`;
  const page = `@page{size:${sheet.size} ${sheet.orientation};margin:${paper.copies ? '0' : margin}}${root}`;
  return page + (paper.copies ? copyRules(paper) : columnRules(paper, sheet));
}

/** A column is as wide as the text of a page. */
function columnRules(paper: PaperDefinition, sheet: PaperDefinition): string {
  const [, right, , left] = marginsOf(paper);
  const spare = `${sizeOf(sheet)[0]} - 2 * ${sizeOf(paper)[0]}`;
  const gap = `calc(${left} + ${right} + ${spare})`;
  return `@media print{body{columns:2;column-fill:auto;column-gap:${gap};column-rule:${CUT}}}`;
}

/** The halves are each as large as a page; the second is only there in print. */
function copyRules(paper: PaperDefinition): string {
  const isAcross = paper.orientation === 'portrait';
  const [width, height] = sizeOf(paper);
  const [top, right, bottom, left] = marginsOf(paper);
  const tracks = isAcross ? `100%/${width} ${width}` : `${height} ${height}/100%`;
  const padding = `${top} calc(${right} + ${EDGE}) ${bottom} calc(${left} + ${EDGE})`;
  return `@media screen{.sheet-copy~.sheet-copy{display:none}}@media print{
body{padding:0;height:100vh;display:grid;grid-template:${tracks};justify-content:space-between;align-content:space-between}
.sheet-copy{padding:${padding};min-width:0}
.sheet-copy~.sheet-copy{border-${isAcross ? 'left' : 'top'}:${CUT}}
}`;
}

/** The body of a page, once for each copy; only the first is read out. */
export function withCopies(body: string, { nUp, copies }: PaperDefinition): string {
  if (!nUp || !copies) return body;
  return `<div class="sheet-copy">${body}</div><div class="sheet-copy" aria-hidden="true">${body}</div>`;
}
