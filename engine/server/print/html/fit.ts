import type { FittedSheet } from '#core/fit/index.ts';
import { BLOCK_CLASS, CELL_PADDING, columnsHeight, type Fit, lineHeightOf } from '#core/fit/index.ts';

/**
 * What is measured is Chromium: Firefox breaks lines elsewhere, and keeps its own margins. Its print of such a sheet gets
 * smaller letters and no stretched rows, so that it stays on one page.
 */
const IN_FIREFOX = 0.92;

/**
 * Where a sheet does not fit: a table of few rows would be drawn over all pages of the longest, and does not draw the
 * line at the left of what is longer.
 */
const UNSTRETCHED = '.fit>table{height:auto;align-self:start}.fit>table+table{box-shadow:-1px 0 #000}';

/**
 * The style of a sheet that is made to fit, which is what was measured: columns side by side as high as the page, each
 * line drawn once by the cell above or to the left of it. On a screen it is as wide as its paper: it is never squeezed.
 */
export function fitStyle(sheet: FittedSheet, { settings, rowPadding, columns, overflow }: Fit): string {
  const { fontSize, head = 0, rows = {} } = sheet.fit;
  const size = Number(settings[fontSize]);
  const widths = columns.map((part) => `minmax(0,${part}fr)`).join(' ');
  const least = Object.entries(rows).map(([name, height]) => `.fit tr.${name}{height:${height}mm}`);
  return `@media screen{body{width:var(--paper-width);max-width:none}}
.fit-head{height:${head}mm;overflow:hidden}
.fit{display:grid;grid-template-columns:${widths};min-height:${columnsHeight(sheet)}px;font-size:${size}pt;line-height:${lineHeightOf(size)}px}
.fit>table{width:100%;height:100%;border-collapse:separate;border-spacing:0;border:0 solid #000;border-top-width:1px;box-decoration-break:clone}${overflow.length > 0 ? UNSTRETCHED : ''}
.fit>table:first-child{border-left-width:1px}
.fit td,.fit th{padding:${rowPadding}pt ${CELL_PADDING}px;border:0 solid #000;border-right-width:1px;border-bottom-width:1px;font-family:inherit}
.fit td:empty::before,.fit th:empty::before{content:"\\3000"}
.fit tr:has(>th):not(:has(>td)){break-after:avoid;height:1px}
.fit .${BLOCK_CLASS} th{font-family:"Noto Sans SC",sans-serif;font-weight:700}
${least.join('')}
@supports (-moz-appearance:none){@media print{.fit{font-size:${size * IN_FIREFOX}pt;line-height:${lineHeightOf(size) * IN_FIREFOX}px;min-height:0}}}`;
}
