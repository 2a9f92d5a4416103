import { asText, isObject, type Json } from '#core/json/index.ts';
import type { FileKind } from '#core/vocabulary/index.ts';
import type { Editor } from '../editor/editor.ts';
import { ChangeRefused } from '../refused.ts';
import { editionFile, findPart, ownFile, type Part, partsOf, type Reading } from './parts.ts';

/** A place in a part by ids: what the part is, its id where there are several, and the way in it. */
export type Address = { part: string; id?: string; cycle?: string; way: string[] };

/** The file of a part in which it is changed. Throws ChangeRefused where there is none. */
export function fileAt(editor: Editor, { part, id, cycle }: Omit<Address, 'way'>): string {
  if (part === 'programme') return 'programme.json';
  if (part === 'edition') return editionFile(editor, cycle);
  const kind = partsOf(editor).find((one) => one.kind === part)?.kind;
  if (!kind || id === undefined)
    throw new ChangeRefused('no-part', { kind: part, id: id ?? '', cycle: cycle ?? null });
  return ownFile(editor, kind, id, cycle);
}

/** The same address, as a change writes it. */
export function addressOf(part: { kind: FileKind; id: string; cycle?: string }, way: string[]): Address {
  const isAlone = part.kind === 'programme' || part.kind === 'edition';
  return {
    part: part.kind,
    ...(!isAlone && { id: part.id }),
    ...(part.cycle !== undefined && { cycle: part.cycle }),
    way,
  };
}

/** What stands at an address; undefined where there is no such part. */
export function valueAtAddress(files: Reading, address: Address): Json | undefined {
  const found = partAt(files, address);
  return found && files.value(found.path, address.way);
}

function partAt(files: Reading, { part, id, cycle }: Address): Part | undefined {
  const kind = partsOf(files).find((one) => one.kind === part)?.kind;
  return kind && findPart(files, kind, id ?? (part === 'programme' ? 'programme.json' : part), cycle);
}

/** The titles on the way to a place, from the part down, as people read it. */
export function readAddress(files: Reading, address: Address): string {
  const { part, id, way } = address;
  const found = partAt(files, address);
  if (!found) return id ?? part;
  const ways = [[], ...way.map((_, index) => way.slice(0, index + 1))];
  const titles = ways.flatMap((one) => {
    const value = files.value(found.path, one);
    const [list, key] = one.slice(-2);
    const title = isObject(value) ? asText(value.title) : undefined;
    if (title !== undefined) return [title];
    if (list !== 'overlay' || key === undefined) return [];
    const section = findPart(files, 'section', key, found.cycle);
    return [(section && asText(files.value(section.path, ['title']))) ?? key];
  });
  return [...new Set(titles.length > 0 ? titles : [found.id])].join(' · ');
}
