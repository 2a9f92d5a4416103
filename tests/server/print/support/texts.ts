import { execFileSync } from 'node:child_process';

/** The text of each page, as poppler reads it. */
export function textsOf(pdf: Buffer): string[] {
  const text = execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' });
  return text.split('\f').filter((page) => page.trim() !== '');
}
