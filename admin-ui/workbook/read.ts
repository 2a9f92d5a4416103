import { linesOf, sharedStrings } from './cells.ts';
import { LIMITS } from './limits.ts';
import { type Entries, type Relation, readPart, refuseForeign, relationsOf } from './parts.ts';
import { type Refusal, WorkbookRefused } from './refused.ts';
import { dayStyles } from './styles.ts';
import { entriesOf } from './zip.ts';

/** What a workbook holds: the lines of its first worksheet that is shown; or why it is not read, and where. */
export type WorkbookRead = { sheet: string; lines: string[][]; refused?: undefined } | { refused: Refusal };

const BOOK = 'xl/workbook.xml';
/** How files begin that Office wrote before 2007, and those that it encrypts. */
const OLD = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/**
 * Reads a workbook (.xlsx) as a table of texts. Nothing in it is carried out or followed: formulas, links, code and
 * embedded files are refused, so is what is larger than a table of a programme can be.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookRead> {
  try {
    return await readBook(archiveOf(bytes));
  } catch (error) {
    if (error instanceof WorkbookRefused) return { refused: error.refusal };
    throw error;
  }
}

function archiveOf(bytes: Uint8Array): Entries {
  if (bytes.length > LIMITS.bytes) throw new WorkbookRefused('too-large');
  if (beginsWith(bytes, OLD)) throw new WorkbookRefused(isEncrypted(bytes) ? 'encrypted' : 'old-format');
  if (!beginsWith(bytes, ZIP)) throw new WorkbookRefused('not-workbook');
  const entries = entriesOf(bytes);
  if (!entries.has(BOOK) || !entries.has('[Content_Types].xml')) throw new WorkbookRefused('not-workbook');
  return entries;
}

const beginsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** An encrypted workbook lies in a file of the old kind, under this name. */
const isEncrypted = (bytes: Uint8Array): boolean =>
  new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage');

async function readBook(entries: Entries): Promise<WorkbookRead> {
  await refuseForeign(entries);
  const book = await bookOf(entries);
  const relations = await relationsOf(entries, BOOK);
  const [sheet] = book.sheets;
  const path = relations.get(sheet?.relation ?? '')?.target;
  if (!sheet || path === undefined || !entries.has(path)) throw new WorkbookRefused('broken', BOOK);
  const external = await externalOf(entries, path);
  const lines = await linesOf(entries, path, {
    strings: await sharedStrings(entries, targetOf(relations, 'sharedStrings')),
    days: await dayStyles(entries, targetOf(relations, 'styles')),
    isSince1904: book.isSince1904,
    external,
  });
  // A way out of the file that no cell names is none of a table.
  if (external.size > 0) throw new WorkbookRefused('link', sheet.title);
  return { sheet: sheet.title, lines };
}

type Book = { sheets: { title: string; relation: string }[]; isSince1904: boolean };

async function bookOf(entries: Entries): Promise<Book> {
  const book: Book = { sheets: [], isSince1904: false };
  await readPart(entries, BOOK, {
    open(name, attributes) {
      if (name === 'workbookPr') book.isSince1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet' || /hidden/i.test(attributes.state ?? '')) return;
      const [, relation = ''] = Object.entries(attributes).find(([key]) => key.endsWith(':id')) ?? [];
      book.sheets.push({ title: attributes.name ?? '', relation });
    },
  });
  return book;
}

const targetOf = (relations: ReadonlyMap<string, Relation>, type: string): string =>
  [...relations.values()].find((one) => one.type.endsWith(`/${type}`))?.target ?? `xl/${type}.xml`;

/** The relations of the worksheet that lead out of the file; of any other part they are refused at once. */
async function externalOf(entries: Entries, sheet: string): Promise<Set<string>> {
  const own = new Set<string>();
  for (const path of [...entries.keys()].filter((one) => one.endsWith('.rels'))) {
    const of = path.replace(/_rels\/([^/]*)\.rels$/, '$1');
    for (const [id, { isExternal }] of await relationsOf(entries, of)) {
      if (!isExternal) continue;
      if (of !== sheet) throw new WorkbookRefused('link', of);
      own.add(id);
    }
  }
  return own;
}
