import { type PDFContext, type PDFDict, type PDFName, type PDFObject, PDFRef } from 'pdf-lib';
import { name } from './elements.ts';
import type { Structure } from './structure.ts';
import type { Numbered } from './writer.ts';

/** The numbers of the root and of the document below it. */
type Numbers = { structure: number; document: number };

/**
 * The root of the structures of all parts, in their order (ISO 32000-1, 14.7.2). It has one child, as a tagged PDF shall
 * (14.8.4.2): a document with the documents of the parts.
 * @param key - the first key that none of them has
 */
export function structureRoot(
  context: PDFContext,
  { structure, document }: Numbers,
  all: readonly Structure[],
  key: number,
): Numbered[] {
  const own = {
    Type: 'StructElem',
    S: 'Document',
    P: PDFRef.of(structure),
    K: all.map((one) => one.document),
  };
  const root = context.obj({
    Type: 'StructTreeRoot',
    K: PDFRef.of(document),
    ParentTree: { Kids: leaves(all.map(({ parentsLeaf }) => parentsLeaf)) },
    ParentTreeNextKey: key,
  });
  setOthers(root, all);
  return [
    [structure, root],
    [document, context.obj(own)],
  ];
}

/** What only some parts have. */
function setOthers(root: PDFDict, all: readonly Structure[]): void {
  const { context } = root;
  const ids = leaves(all.map(({ idsLeaf }) => idsLeaf));
  const namespaces = all.flatMap((one) => one.namespaces);
  if (ids.length > 0) root.set(name('IDTree'), context.obj({ Kids: ids }));
  if (namespaces.length > 0) root.set(name('Namespaces'), context.obj(namespaces));
  setNames(
    root,
    'RoleMap',
    all.flatMap(({ roles }) => roles),
  );
  setNames(
    root,
    'ClassMap',
    all.flatMap(({ classes }) => classes),
  );
}

const leaves = (found: readonly (PDFRef | null)[]): PDFRef[] => found.filter((leaf) => leaf !== null);

function setNames(root: PDFDict, key: string, entries: readonly (readonly [PDFName, PDFObject])[]): void {
  if (entries.length === 0) return;
  const names = root.context.obj({});
  for (const [word, value] of entries) names.set(word, value);
  root.set(name(key), names);
}
