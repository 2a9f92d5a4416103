import { WorkbookRefused } from './refused.ts';
import { readXml, type XmlHandler } from './xml.ts';
import { unpacked, type ZipEntry } from './zip.ts';

export type Entries = ReadonlyMap<string, ZipEntry>;

const NOTHING: XmlHandler = { open: () => undefined, close: () => undefined, text: () => undefined };

/** Reads a part of a workbook; passed over where there is none. */
export async function readPart(entries: Entries, path: string, handler: Partial<XmlHandler>): Promise<void> {
  const entry = entries.get(path);
  if (entry) await readXml(unpacked(entry), path, { ...NOTHING, ...handler });
}

const CODE = /(^|\/)(vba|macrosheets|activex|ctrlprops)/i;
const EMBEDDED = /(^|\/)embeddings\//i;
const FOREIGN =
  /(^|\/)(externallinks|querytables|webextensions|customdata)\/|(^|\/)(connections|webextensions?)\.xml$/i;

/** Refuses what a table of words has no need of: code, other files in it, ways to other files. */
export async function refuseForeign(entries: Entries): Promise<void> {
  for (const path of entries.keys()) {
    if (CODE.test(path)) throw new WorkbookRefused('macros', path);
    if (EMBEDDED.test(path)) throw new WorkbookRefused('embedded', path);
    if (FOREIGN.test(path)) throw new WorkbookRefused('link', path);
  }
  await readPart(entries, '[Content_Types].xml', {
    open: (_name, { ContentType = '' }) => {
      if (/macro|vba/i.test(ContentType)) throw new WorkbookRefused('macros', ContentType);
    },
  });
}

/** What a part is connected with: by id, where it leads and whether out of the file. */
export type Relation = { type: string; target: string; isExternal: boolean };

/** The relations of a part, their targets as paths in the archive. */
export async function relationsOf(entries: Entries, path: string): Promise<Map<string, Relation>> {
  const at = path.lastIndexOf('/') + 1;
  const [folder, name] = [path.slice(0, at), path.slice(at)];
  const found = new Map<string, Relation>();
  await readPart(entries, `${folder}_rels/${name}.rels`, {
    open: (tag, { Id = '', Type = '', Target = '', TargetMode = '' }) => {
      if (tag !== 'Relationship') return;
      const isExternal = TargetMode.toLowerCase() === 'external';
      found.set(Id, { type: Type, target: isExternal ? Target : resolved(folder, Target), isExternal });
    },
  });
  return found;
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = folder.split('/').filter((part) => part !== '');
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
