import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type Paper, type Printer, printWithin } from '#server/print/index.ts';
import type { Services } from '#server/services/ground/index.ts';

/**
 * What is to be printed of a sheet, whatever becomes of its case: one paper, or of a sheet that has to fit on `pages` one
 * for each line that is held back.
 */
export type Papers = { pages: number | null; papers: Paper[] };

/** As it is stored: packed, since it repeats itself, and sealed, since it is answers. */
export function pack({ secrets }: Services, papers: Papers): string {
  return String(secrets.seal(deflateRawSync(JSON.stringify(papers)).toString('base64')));
}

/** Throws where it was sealed under another key. */
export function unpack({ secrets }: Services, packed: string): Papers {
  const bytes = Buffer.from(String(secrets.open(packed)), 'base64');
  return JSON.parse(inflateRawSync(bytes).toString());
}

/** Prints what was packed. */
export function printPapers({ pages, papers }: Papers, print: Printer['pdf']): Promise<Buffer> {
  const paper = (spare: number): Paper => {
    const found = papers[spare] ?? papers.at(-1);
    if (found === undefined) throw new Error('A frozen print has no paper.');
    return found;
  };
  return pages === null ? print(paper(0)) : printWithin(pages, { pdf: print }, paper);
}
