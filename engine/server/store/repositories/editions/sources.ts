import { long, primary, text } from '../../columns.ts';
import type { EditionFile } from '../../records/index.ts';
import { find, insertMissing } from '../../rows.ts';
import { oneOf } from '../../sql/index.ts';
import { table } from '../../table.ts';
import { atomically } from '../../transaction.ts';
import type { Tx } from '../../tx.ts';

type Content = { sha256: string; content: string };
/** A file as it is kept: its path, what is in it, and the hash of that. */
type StoredFile = { path: string } & Content;

/** The contents of files, each once. */
export const contentTable = table<Content>('file_contents', { sha256: primary(text(64)), content: long() });

/** Which files a source has. */
export const editionFileTable = table<EditionFile>('edition_files', {
  source: primary(text(64)),
  path: primary(text(255)),
  sha256: text(64),
});

/** So many contents are read at once. */
const TOGETHER = 200;

/** The files that editions and drafts are made of. A source never changes, for its name is the hash of its files. */
export const sources = {
  /** Keeps what is not there yet, all of it or nothing. */
  keep: (tx: Tx, source: string, files: readonly StoredFile[]): Promise<void> =>
    atomically(tx, async (inner) => {
      const contents = new Map(files.map(({ sha256, content }) => [sha256, content]));
      const missing = await missingOf(inner, [...contents.keys()]);
      await insertMissing(
        inner,
        contentTable,
        missing.map((sha256) => ({ sha256, content: contents.get(sha256) ?? '' })),
      );
      await insertMissing(
        inner,
        editionFileTable,
        files.map(({ path, sha256 }) => ({ source, path, sha256 })),
      );
    }),

  /** Its files in the order of their paths; none where there is no such source. */
  async files(tx: Tx, source: string): Promise<StoredFile[]> {
    const rows = await find(tx, editionFileTable, { source }, { order: ['path'] });
    const contents = await contentsOf(tx, [...new Set(rows.map(({ sha256 }) => sha256))]);
    return rows.map(({ path, sha256 }) => ({ path, sha256, content: contents.get(sha256) ?? '' }));
  },
};

async function missingOf(tx: Tx, hashes: string[]): Promise<string[]> {
  const there = new Set<string>();
  for (const some of inParts(hashes)) {
    const rows = await find(tx, contentTable, { sha256: oneOf(some) }, { attributes: ['sha256'] });
    for (const { sha256 } of rows) there.add(sha256);
  }
  return hashes.filter((sha256) => !there.has(sha256));
}

async function contentsOf(tx: Tx, hashes: string[]): Promise<Map<string, string>> {
  const contents = new Map<string, string>();
  for (const some of inParts(hashes))
    for (const { sha256, content } of await find(tx, contentTable, { sha256: oneOf(some) }))
      contents.set(sha256, content);
  return contents;
}

const inParts = (hashes: string[]): string[][] =>
  Array.from({ length: Math.ceil(hashes.length / TOGETHER) }, (_, index) =>
    hashes.slice(index * TOGETHER, (index + 1) * TOGETHER),
  );
