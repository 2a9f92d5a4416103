import { asText } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';
import { cyclesOf, type FileKind, identifyFile } from '#core/vocabulary/index.ts';
import type { Editor } from '../editor/editor.ts';
import { ChangeRefused } from '../refused.ts';

/** Whatever files can be asked of: an editor, or files that nobody changes. */
export type Reading = Pick<Editor, 'paths' | 'value'>;

/** A file by what it is. */
export type Part = { path: string; kind: FileKind; id: string; cycle?: string; language?: string };

/** Every file that is part of a programme. */
export function partsOf(files: Reading): Part[] {
  return files.paths().flatMap((path) => {
    const identity = identifyFile(path);
    return identity ? [{ path, ...identity }] : [];
  });
}

/**
 * The part of this kind and id: that of the cycle, else the shared one; without a cycle the shared one, else that of
 * the only cycle which has it.
 */
export function findPart(files: Reading, kind: FileKind, id: string, cycle?: string): Part | undefined {
  const all = partsOf(files).filter((part) => part.kind === kind && part.id === id && !part.language);
  const shared = all.find((part) => part.cycle === undefined);
  if (cycle !== undefined) return all.find((part) => part.cycle === cycle) ?? shared;
  return shared ?? (all.length === 1 ? all[0] : undefined);
}

/** As `findPart`. Throws ChangeRefused where there is none. */
export function partNamed(files: Reading, kind: FileKind, id: string, cycle?: string): Part {
  const found = findPart(files, kind, id, cycle);
  if (!found) throw new ChangeRefused('no-part', { kind, id, cycle: cycle ?? null });
  return found;
}

/**
 * The file in which this part is changed. Where a cycle is named and only the shared part is there, the cycle gets a
 * copy of its own, so that no other cycle changes with it.
 */
export function ownFile(editor: Editor, kind: FileKind, id: string, cycle?: string): string {
  const part = partNamed(editor, kind, id, cycle);
  if (cycle === undefined || part.cycle !== undefined) return part.path;
  const own = `${cycle}/${part.path}`;
  editor.add(own, editor.value(part.path) ?? null, true);
  return own;
}

/** A form: of a cycle, or for accounts. */
export function categoryPart(files: Reading, id: string, cycle?: string): Part {
  return findPart(files, 'category', id, cycle) ?? partNamed(files, 'account', id, cycle);
}

/** The edition's own file, of the cycle named or of the only one. */
export function editionFile(files: Reading, cycle?: string): string {
  const cycles = cyclesOf(files.paths());
  const folder = cycle ?? (cycles.length === 1 ? cycles[0] : undefined);
  const file = `${folder}/edition.json`;
  if (folder === undefined || files.value(file) === undefined)
    throw new ChangeRefused('no-part', { kind: 'edition', id: cycle ?? '', cycle: cycle ?? null });
  return file;
}

/** A category and those that it extends, the youngest first. */
export function lineage(files: Reading, category: string, cycle?: string): Part[] {
  const line: Part[] = [];
  for (let id: string | undefined = category; id !== undefined; ) {
    const part: Part | undefined =
      findPart(files, 'category', id, cycle) ?? findPart(files, 'account', id, cycle);
    if (!part || line.some(({ path }) => path === part.path)) break;
    line.push(part);
    id = asText(files.value(part.path, ['extends']));
  }
  return line;
}

/** Categories of a cycle; of all where none is named. */
export function categoriesIn(files: Reading, cycle?: string): Part[] {
  return partsOf(files).filter((part) => part.kind === 'category' && (cycle ?? part.cycle) === part.cycle);
}

/** The value of the first of these that there is. */
export function firstValue(
  files: Reading,
  ways: readonly { file: string; path: readonly string[] }[],
): Json | undefined {
  for (const { file, path } of ways) {
    const found = files.value(file, path);
    if (found !== undefined && found !== null) return found;
  }
  return undefined;
}
