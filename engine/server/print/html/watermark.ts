import type { SheetDefinition } from '#core/model/index.ts';

/** What a watermark looks like, wherever it is drawn: over the pages of a PDF, or over a page on the screen. */

/** The width of a text in full-width characters. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) < 0x2e80 ? 0.6 : 1) + 0.3, 0);
}

/**
 * Letters across the middle; grey that lets the text through and shows on white as on black, and beside it white that
 * shows on a page as grey as they are. `share` of the width of the page is theirs; they grow with a page that a
 * style makes larger than A3, which people print on smaller paper.
 */
export const watermarkLook = (text: string, share = 1): string[] => [
  'display:flex',
  'align-items:center',
  'justify-content:center',
  'transform:rotate(-30deg)',
  'white-space:nowrap',
  'font-family:"Noto Sans SC",sans-serif',
  // A page is as wide as 100vw; what is long is written smaller, so that it stays on one line.
  `font-size:min(max(110pt,9vw),${Math.floor((100 * share) / Math.max(widthOf(text), 1))}vw)`,
  'letter-spacing:.3em',
  'color:rgba(128,128,128,.2)',
  'text-shadow:.04em .04em rgba(255,255,255,.2)',
];

/**
 * A text of CSS, between quotation marks. Whatever could end it, or the style element around it, is escaped.
 * Source: CSS Syntax Module, 4.3.7.
 */
function cssText(text: string): string {
  const escaped = (letter: string) => `\\${letter.codePointAt(0)?.toString(16)} `;
  return `"${text.replace(/["\\<>&\p{Cc}]/gu, escaped)}"`;
}

const important = (rules: string[]): string => rules.map((rule) => `${rule}!important`).join(';');

const ROOT = ['all:initial', 'display:block', '-webkit-print-color-adjust:exact', 'print-color-adjust:exact'];
const BELOW = ['position:relative', 'z-index:0', 'isolation:isolate', 'overflow:visible'];

/**
 * The watermark of a page on the screen and on the browser's own prints of it, where fixed boxes repeat on every page.
 * It belongs to the root, which takes no style of the sheet's then, and so stands outside of all that a template
 * writes: the body with everything in it lies below.
 * What is important in the first layer of a page outdoes every other rule of it, important ones and those of `style`
 * attributes too (CSS Cascading and Inheritance Level 5, 6.1); so this has to be the first style of its page. The layer
 * has no name, so that nothing can be added to it. Of two pages to a sheet each half has its own in print.
 */
export function screenWatermark(
  text: string,
  { nUp, orientation }: Pick<SheetDefinition['paper'], 'nUp' | 'orientation'>,
): string {
  const over = ['all:initial', `content:${cssText(text)}`, 'position:fixed', 'inset:0', 'z-index:1'];
  const halves = nUp ? `@media print{${halfRules(over, text, orientation)}}` : '';
  return `@layer{
html{${important(ROOT)}}
@media screen{html{background:#e9ecef!important}}
html::before{${important([...over, 'pointer-events:none', ...watermarkLook(text)])}}
html::after{${important(['content:none', 'display:none'])}}
body{${important(BELOW)}}
${halves}}`;
}

/** One watermark in each half of the sheet. */
function halfRules(
  over: string[],
  text: string,
  orientation: SheetDefinition['paper']['orientation'],
): string {
  const isAcross = orientation === 'portrait';
  const look = ['pointer-events:none', ...watermarkLook(text, isAcross ? 0.5 : 1)];
  const [first, second] = isAcross ? ['0 50% 0 0', '0 0 0 50%'] : ['0 0 50% 0', '50% 0 0 0'];
  const half = (inset: string): string => important([...over, `inset:${inset}`, ...look]);
  return `html::before{${half(first)}}html::after{${half(second)}}`;
}
