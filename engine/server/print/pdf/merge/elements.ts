import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject, PDFRef, PDFStream } from 'pdf-lib';

/** A name of PDF's own, such as that of an entry. */
export const name = (text: string): PDFName => PDFName.of(text);

/** An element of a structure tree. */
export type Element = { ref: PDFRef; dict: PDFDict };

/** A list, or the one that stands for a list of one, which many entries of structure trees may be. */
function listed(context: PDFContext, value: PDFObject | undefined): PDFObject[] {
  const found = value && context.lookup(value);
  if (found === undefined || value === undefined) return [];
  return found instanceof PDFArray ? found.asArray() : [value];
}

/** The elements among the children of an element, or of the root (ISO 32000-1, 14.7.2); others are its content. */
export function childElements(context: PDFContext, parent: PDFDict): Element[] {
  return listed(context, parent.get(name('K'))).flatMap((child) => {
    if (!(child instanceof PDFRef)) return [];
    const dict = context.lookup(child);
    return dict instanceof PDFDict && dict.has(name('S')) ? [{ ref: child, dict }] : [];
  });
}

/** These elements, and all below them, each once. */
export function elementsFrom(context: PDFContext, tops: readonly Element[]): Element[] {
  const found = new Map<PDFRef, Element>();
  const waiting = [...tops];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    if (found.has(element.ref)) continue;
    found.set(element.ref, element);
    waiting.push(...childElements(context, element.dict));
  }
  return [...found.values()];
}

/** The attributes of an element; the numbers of revisions beside them are none. */
export function attributesOf(context: PDFContext, { dict }: Element): PDFDict[] {
  return listed(context, dict.get(name('A'))).flatMap((value) => {
    const attributes = context.lookup(value);
    if (attributes instanceof PDFStream) return [attributes.dict];
    return attributes instanceof PDFDict ? [attributes] : [];
  });
}
