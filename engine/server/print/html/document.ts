import { escapeHtml } from '#core/json/index.ts';
import type { SheetDefinition } from '#core/model/index.ts';
import { inFaces, LISTS, stylesOf, withStyles } from '#core/vocabulary/index.ts';
import { type Mark, markBlock, markStyle } from './mark.ts';
import { pageRules, withCopies } from './paper.ts';
import { screenWatermark } from './watermark.ts';

/** Nothing may be fetched by a printed page, from anywhere. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'none'";

/**
 * Letters keep their true widths: Chromium else rounds them to whole pixels, and squeezes Chinese punctuation. Borders of
 * cells that meet are drawn once.
 */
const BASE = `
*{box-sizing:border-box}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact;text-rendering:geometricPrecision;text-spacing-trim:space-all;text-autospace:no-autospace;font-kerning:none;font-variant-ligatures:none}
body{margin:0;padding:0 .5pt;color:#000;background:#fff;font-family:${LISTS.serif};font-size:10.5pt;line-height:1.4}
h1,h2,h3,th{font-family:${LISTS.sans}}
pre{font-family:${LISTS.sans}}
@page{font-family:${LISTS.sans}}
table{width:100%;border-collapse:collapse;table-layout:fixed}
td,th{border:.5pt solid #000;padding:2pt 4pt;overflow-wrap:anywhere;vertical-align:middle;font-weight:normal}
thead{display:table-header-group}
tr{break-inside:avoid}
`;

/** What nobody has named a family for: first in its page, so that no other rule takes it away. */
const ROOT = `@layer{:root{font-family:${LISTS.sans}!important}}`;

const SCREEN =
  '@media print{.paper-name{display:none}}@media screen{.paper-name{position:absolute;inset:3mm 15mm auto;margin:0;color:#555;font-size:9pt}html{background:#e9ecef}body{position:relative;margin:16px auto;padding:var(--paper-margin);box-shadow:0 1px 6px #0003;max-width:var(--paper-width);min-height:60vh}}';

/** What a page of a sheet is made of. */
export type DocumentParts = {
  sheet: SheetDefinition;
  locale: string;
  body: string;
  watermark: string | null;
  /** Of a sheet that is made to fit: the style that makes it so. */
  fit?: string;
  /** On what paper it is printed, for whoever reads the page on a screen. */
  paperName?: string;
  /** Of an official print. */
  mark?: Mark | undefined;
};

/**
 * A complete HTML page for a sheet: paper, styles, and a policy that lets nothing in. With a watermark it is for the
 * screen; on a PDF the printer draws it. On both it names no family but the product's.
 */
export function toDocument(parts: DocumentParts): string {
  const { sheet, locale, watermark, fit = '', paperName, mark } = parts;
  const body = mark === undefined ? parts.body : `${parts.body}${markBlock(mark, locale)}`;
  const css = sheet.css.replaceAll('</', '<\\/');
  const name = paperName === undefined ? '' : `<p class="paper-name">${escapeHtml(paperName)}</p>`;
  const over = watermark === null ? '' : screenWatermark(watermark, sheet.paper);
  const beside = mark === undefined ? '' : markStyle(sheet.attest?.corner);
  const page = `<!doctype html><html lang="${escapeHtml(locale)}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(sheet.title)}</title><style>${ROOT}${over}${beside}</style><style>${BASE}${SCREEN}${pageRules(sheet.paper)}</style><style>${fit}${css}</style></head>
<body>${name}${withCopies(body, sheet.paper)}</body></html>`;
  return withStyles(page, inFaces(stylesOf(page).map(({ text }) => text)));
}
