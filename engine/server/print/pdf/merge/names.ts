import { PDFArray, type PDFContext, type PDFDict, PDFName, type PDFObject, PDFRef } from 'pdf-lib';
import { type Element, name } from './elements.ts';

/**
 * Gives the roles that a part names itself (ISO 32000-1, 14.8.4) names that no other part has, and its elements with them.
 * @returns each of these names, and the role that it stands for
 */
export function renameRoles(
  roles: PDFDict | undefined,
  elements: readonly Element[],
  mark: string,
): [PDFName, PDFName][] {
  if (!roles) return [];
  for (const { dict } of elements) dict.set(name('S'), marked(dict.lookup(name('S'), PDFName), roles, mark));
  return roles.keys().map((role) => {
    return [marked(role, roles, mark), marked(roles.lookup(role, PDFName), roles, mark)];
  });
}

/**
 * The same for the classes of attributes of a part (ISO 32000-1, 14.7.5.2).
 * @returns each name, and where its attributes are
 */
export function renameClasses(
  context: PDFContext,
  classes: PDFDict | undefined,
  elements: readonly Element[],
  mark: string,
): [PDFName, PDFRef][] {
  if (!classes) return [];
  for (const { dict } of elements) renameClassesOf(dict, classes, mark);
  return classes.entries().map(([key, value]) => {
    return [marked(key, classes, mark), value instanceof PDFRef ? value : context.register(value)];
  });
}

/** One name, or a list of names and the numbers of revisions. */
function renameClassesOf(dict: PDFDict, classes: PDFDict, mark: string): void {
  const value: PDFObject | undefined = dict.lookup(name('C'));
  if (value instanceof PDFName) dict.set(name('C'), marked(value, classes, mark));
  if (!(value instanceof PDFArray)) return;
  const own = value.asArray().map((item) => (item instanceof PDFName ? marked(item, classes, mark) : item));
  dict.set(name('C'), dict.context.obj(own));
}

const marked = (word: PDFName, own: PDFDict, mark: string): PDFName =>
  own.has(word) ? name(`${mark}${word.decodeText()}`) : word;
