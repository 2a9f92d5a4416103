import { PDFArray, type PDFContext, PDFDict, PDFNumber, type PDFObject, type PDFRef } from 'pdf-lib';
import { name } from './elements.ts';

/** By these keys a page, a drawing or an annotation leads to the elements of its content (ISO 32000-1, 14.7.4.4). */
const KEYS = ['StructParents', 'StructParent'].map(name);

/** What a key of a part leads to. */
export type Parents = Map<number, PDFObject>;

/** The entries of a number tree, whatever its branches are (ISO 32000-1, 7.9.7). */
export function parentsOf(tree: PDFDict | undefined): Parents {
  const found: Parents = new Map();
  const entries = tree?.lookup(name('Nums'));
  const branches = tree?.lookup(name('Kids'));
  if (entries instanceof PDFArray)
    for (let at = 0; at + 1 < entries.size(); at += 2)
      found.set(entries.lookup(at, PDFNumber).asNumber(), entries.get(at + 1));
  if (branches instanceof PDFArray)
    for (let at = 0; at < branches.size(); at += 1)
      for (const [key, value] of parentsOf(branches.lookup(at, PDFDict))) found.set(key, value);
  return found;
}

/** The first key that no entry has. */
export const nextKey = (parents: Parents): number => Math.max(-1, ...parents.keys()) + 1;

/** A leaf of a number tree with these entries, each key so much larger; null where there is none. */
export function parentsLeaf(context: PDFContext, parents: Parents, shift: number): PDFRef | null {
  const sorted = [...parents].sort(([a], [b]) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return null;
  const entries = sorted.flatMap(([key, value]) => [key + shift, value]);
  const limits = [first[0] + shift, last[0] + shift];
  return context.register(context.obj({ Limits: limits, Nums: entries }));
}

/** Shifts the keys in an object along; one that leads to nothing is taken away, lest it lead into another part. */
export function shiftKeys(object: PDFObject, parents: Parents, shift: number): void {
  if (!(object instanceof PDFDict)) return;
  for (const key of KEYS) {
    const value = object.lookup(key);
    if (!(value instanceof PDFNumber)) continue;
    if (parents.has(value.asNumber())) object.set(key, PDFNumber.of(value.asNumber() + shift));
    else object.delete(key);
  }
}
