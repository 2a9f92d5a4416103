import { execFileSync } from 'node:child_process';

const poppler = (tool: string, pdf: Buffer, ...args: string[]): string =>
  execFileSync(tool, args, { input: pdf, encoding: 'utf8', maxBuffer: 2 ** 26 });

/** Width and height of each page, in whole millimetres. */
export function papersOf(pdf: Buffer): string[] {
  const sizes = poppler('pdfinfo', pdf, '-f', '1', '-l', '500', '-').matchAll(/size:\s+([\d.]+) x ([\d.]+)/g);
  const millimetres = (points: string) => Math.round((Number(points) / 72) * 25.4);
  return [...sizes].map(([, width = '', height = '']) => `${millimetres(width)} x ${millimetres(height)}`);
}

/** The faces of a PDF, and whether it holds them. */
export function facesOf(pdf: Buffer): { name: string; embedded: boolean }[] {
  const lines = poppler('pdffonts', pdf, '-').trimEnd().split('\n').slice(2);
  return lines.map((line) => {
    const [, name = '', embedded] = /^(\S*)\s+.+?\s+\S+\s+(yes|no)\s/.exec(line) ?? [];
    return { name: name.replace(/^[A-Z]{6}\+/, ''), embedded: embedded === 'yes' };
  });
}

/** What can be read in a PDF, in the order in which it was drawn, without blanks. */
export const drawnText = (pdf: Buffer): string =>
  poppler('pdftotext', pdf, '-raw', '-', '-').replace(/\s/g, '');

/** Those of the texts of a page of ours that a PDF does not hold: cells, paragraphs, headings. */
export function missingIn(html: string, drawn: string): string[] {
  const body = html
    .slice(html.indexOf('<body>'))
    .replace(/<aside\b.*?<\/aside>|<p class="paper-name">.*?<\/p>/gs, '');
  const texts = body.split(/<\/?(?:td|th|p|li|h1|div)\b[^>]*>|<br>/).map((part) => textOf(part));
  return texts.filter((text) => !holds(drawn, text));
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, (all, name: string) => ENTITIES[name] ?? all)
    .replace(/\s/g, '');

/** A text that goes on overleaf is in two or three parts, of which none is shorter than a line. */
function holds(drawn: string, text: string, parts = 3): boolean {
  if (drawn.includes(text)) return true;
  if (parts === 1) return false;
  for (let end = text.length - 1; end > 0; end -= 1)
    if (drawn.includes(text.slice(0, end))) return holds(drawn, text.slice(end), parts - 1);
  return false;
}
