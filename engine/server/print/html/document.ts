import { escapeHtml } from '#core/json/index.ts';
import type { SheetDefinition } from '#core/model/index.ts';

/** Nothing may be fetched by a printed page, from anywhere. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'none'";

const BASE = `
*{box-sizing:border-box}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;padding:0 .5pt;color:#000;background:#fff;font-family:"Noto Serif SC","SimSun","Songti SC","Noto Serif CJK SC",serif;font-size:10.5pt;line-height:1.4}
h1,h2,h3,th{font-family:"Noto Sans SC","SimHei","Heiti SC","Noto Sans CJK SC",sans-serif}
table{width:100%;border-collapse:collapse;table-layout:fixed}
td,th{border:.5pt solid #000;padding:2pt 4pt;overflow-wrap:anywhere;vertical-align:middle;font-weight:normal}
thead{display:table-header-group}
tr{break-inside:avoid}
`;

const SCREEN =
  '@media screen{html{background:#e9ecef}body{margin:16px auto;padding:15mm;box-shadow:0 1px 6px #0003;max-width:var(--paper-width);min-height:60vh}}';

const WIDTHS: Record<SheetDefinition['paper']['size'], [string, string]> = {
  A3: ['297mm', '420mm'],
  A4: ['210mm', '297mm'],
  A5: ['148mm', '210mm'],
  Letter: ['8.5in', '11in'],
  Legal: ['8.5in', '14in'],
};

function pageRule(paper: SheetDefinition['paper']): string {
  const [short, long] = WIDTHS[paper.size];
  const width = paper.orientation === 'landscape' ? long : short;
  return `@page{size:${paper.size} ${paper.orientation};margin:${paper.margin ?? '15mm'}}:root{--paper-width:${width}}`;
}

/** The width of a text in full-width characters. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) < 0x2e80 ? 0.6 : 1) + 0.3, 0);
}

const important = (rules: string[]): string => rules.map((rule) => `${rule}!important`).join(';');

/**
 * What neither root nor body may be given while a watermark hangs in them: it would hide the watermark, or keep it on
 * one page of many.
 */
const OPEN = important([
  'display:block',
  'visibility:visible',
  'content-visibility:visible',
  'opacity:1',
  'overflow:visible',
  'transform:none',
  'translate:none',
  'rotate:none',
  'scale:none',
  'zoom:1',
  'filter:none',
  'backdrop-filter:none',
  'perspective:none',
  'contain:none',
  'container-type:normal',
  'will-change:auto',
  'mix-blend-mode:normal',
  'mask:none',
  'clip-path:none',
]);

/**
 * Inline and important, so that no style of a sheet can take it away; fixed elements repeat on every printed page.
 * Linting keeps `z-index` out of the styles of sheets, so that nothing lies on top of it.
 */
function watermark(text: string): string {
  const style = important([
    'all:initial',
    'position:fixed',
    'inset:0',
    'display:flex',
    'align-items:center',
    'justify-content:center',
    'transform:rotate(-30deg)',
    'white-space:nowrap',
    // A page is as wide as 100vw; what is long is written smaller, so that it stays on one line.
    `font-size:min(110pt,${Math.floor(100 / Math.max(widthOf(text), 1))}vw)`,
    'letter-spacing:.3em',
    'color:rgba(0,0,0,.10)',
    'z-index:2147483647',
    'pointer-events:none',
  ]);
  return `<div aria-hidden="true" style="${style}">${escapeHtml(text)}</div>`;
}

type DocumentParts = {
  sheet: SheetDefinition;
  locale: string;
  body: string;
  watermark: string | null;
};

/** A complete HTML page for a sheet: paper, styles, watermark, and a policy that lets nothing in. */
export function toDocument({ sheet, locale, body, watermark: mark }: DocumentParts): string {
  const css = sheet.css.replaceAll('</', '<\\/');
  const open = mark ? ` style="${OPEN}"` : '';
  return `<!doctype html><html lang="${escapeHtml(locale)}"${open}><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(sheet.title)}</title><style>${BASE}${SCREEN}${pageRule(sheet.paper)}</style><style>${css}</style></head>
<body${open}>${mark ? watermark(mark) : ''}${body}</body></html>`;
}
