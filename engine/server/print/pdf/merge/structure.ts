import { PDFArray, type PDFCatalog, PDFDict, type PDFName, PDFRef, PDFString } from 'pdf-lib';
import { childElements, type Element, elementsFrom, name } from './elements.ts';
import { markOf, renameIds } from './ids.ts';
import { renameClasses, renameRoles } from './names.ts';
import { nextKey, type Parents, parentsLeaf, parentsOf } from './parents.ts';

/** What a part has for whoever has it read out, made ready to stand among that of other parts. */
export type Structure = {
  /** The element that holds all others of the part. */
  document: PDFRef;
  /** How many keys the next part leaves to it. */
  keys: number;
  /** Leaves of the trees by key and by id. */
  parentsLeaf: PDFRef | null;
  idsLeaf: PDFRef | null;
  roles: [PDFName, PDFName][];
  classes: [PDFName, PDFRef][];
  namespaces: PDFRef[];
};

/** Where a part comes among the others: what it hangs on, the number of the part, and the first key that is free. */
type Among = { above: PDFRef; part: number; key: number };

type Taken = { structure: Structure; parents: Parents };

/**
 * The structure of a part (ISO 32000-1, 14.7), changed in its document: it hangs on that of the whole, in a language of its
 * own, with ids, roles and keys that no other part has.
 * @returns with the keys as they were; null where the part has none
 */
export function takeStructure(catalog: PDFCatalog, { above, part, key }: Among): Taken | null {
  const { context } = catalog;
  const own = catalog.lookupMaybe(name('StructTreeRoot'), PDFDict);
  const tops = own ? childElements(context, own) : [];
  if (!own || tops.length === 0) return null;
  const mark = markOf(part);
  const elements = elementsFrom(context, tops);
  const document = hungOn(above, tops, catalog);
  const parents = parentsOf(own.lookupMaybe(name('ParentTree'), PDFDict));
  const structure: Structure = {
    document,
    keys: nextKey(parents),
    parentsLeaf: parentsLeaf(context, parents, key),
    idsLeaf: renameIds(context, elements, mark),
    roles: renameRoles(own.lookupMaybe(name('RoleMap'), PDFDict), elements, mark),
    classes: renameClasses(context, own.lookupMaybe(name('ClassMap'), PDFDict), elements, mark),
    namespaces: refsIn(own.lookupMaybe(name('Namespaces'), PDFArray)),
  };
  return { structure, parents };
}

/** The objects of a part that lead to all others of its structure. */
export function startsOf({ document, parentsLeaf, idsLeaf, classes, namespaces }: Structure): PDFRef[] {
  const leaves = [parentsLeaf, idsLeaf].filter((leaf) => leaf !== null);
  return [document, ...leaves, ...classes.map(([, ref]) => ref), ...namespaces];
}

/** A structure by the references of another file. */
export function movedStructure(structure: Structure, moved: (ref: PDFRef) => PDFRef): Structure {
  const { document, parentsLeaf, idsLeaf, classes, namespaces } = structure;
  return {
    ...structure,
    document: moved(document),
    parentsLeaf: parentsLeaf && moved(parentsLeaf),
    idsLeaf: idsLeaf && moved(idsLeaf),
    classes: classes.map(([key, ref]) => [key, moved(ref)]),
    namespaces: namespaces.map(moved),
  };
}

/** Without a language it would have that of the whole; an empty one is unknown (14.9.2.1). */
function hungOn(above: PDFRef, tops: readonly Element[], catalog: PDFCatalog): PDFRef {
  const { ref, dict } = documentOf(tops, catalog);
  dict.set(name('P'), above);
  dict.set(name('Lang'), dict.get(name('Lang')) ?? catalog.get(name('Lang')) ?? PDFString.of(''));
  return ref;
}

/** The one that a part has, or a new one with everything that it has. */
function documentOf(tops: readonly Element[], { context }: PDFCatalog): Element {
  const [only] = tops;
  if (only && tops.length === 1 && only.dict.get(name('S')) === name('Document')) return only;
  const children = tops.map(({ ref }) => ref);
  const dict = context.obj({ Type: 'StructElem', S: 'Document', K: children });
  const ref = context.register(dict);
  for (const top of tops) top.dict.set(name('P'), ref);
  return { ref, dict };
}

const refsIn = (list: PDFArray | undefined): PDFRef[] =>
  (list?.asArray() ?? []).filter((item) => item instanceof PDFRef);
