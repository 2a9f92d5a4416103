import { open } from 'node:fs/promises';
import { openThreads } from '#server/threads/index.ts';
import { inspectJpeg, inspectPng } from './images.ts';
import type { PdfFacts } from './pdf.ts';
import type { FileProblem } from './problem.ts';

/** What a file is, by its content alone. `pages` is a PDF's, `size` an image's in pixels. */
export type Inspection = {
  mediaType: 'application/pdf' | 'image/jpeg' | 'image/png' | null;
  pages: number | null;
  size: { width: number; height: number } | null;
  problems: FileProblem[];
};

/** Finds out what a file really is, whatever its name says. */
export type Inspector = {
  /** Inspects a file on the disk. Never throws because of what the file holds. */
  inspect(path: string): Promise<Inspection>;
  close(): Promise<void>;
};

const KINDS = [
  { mediaType: 'application/pdf', magic: Buffer.from('%PDF-') },
  { mediaType: 'image/jpeg', magic: Buffer.from([0xff, 0xd8, 0xff]) },
  { mediaType: 'image/png', magic: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
] as const;

const TOO_COMPLEX: PdfFacts = { pages: null, problems: ['too-complex'] };
const PDF_THREAD = new URL('./pdf-thread.ts', import.meta.url);
const PDF_LIMITS = { atOnce: 2, timeMs: 20_000, memoryMb: 256 };

/** PDFs are read in threads of their own, bounded in time and memory. */
export function openInspector(): Inspector {
  const pdfs = openThreads<string, PdfFacts>(PDF_THREAD, PDF_LIMITS);
  return {
    async inspect(path) {
      const head = await firstBytes(path, 8);
      if (head.length === 0) return refused('empty');
      const kind = KINDS.find(({ magic }) => head.subarray(0, magic.length).equals(magic));
      if (!kind) return refused('unknown-type');
      if (kind.mediaType === 'application/pdf')
        return { mediaType: kind.mediaType, size: null, ...((await pdfs.ask(path)) ?? TOO_COMPLEX) };
      const image = kind.mediaType === 'image/png' ? await inspectPng(path) : await inspectJpeg(path);
      return { mediaType: kind.mediaType, pages: null, ...image };
    },
    close: () => pdfs.close(),
  };
}

function refused(problem: FileProblem): Inspection {
  return { mediaType: null, pages: null, size: null, problems: [problem] };
}

async function firstBytes(path: string, count: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
