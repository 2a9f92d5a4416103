import { PDFArray, type PDFContext, PDFDict, type PDFObject, PDFRef, PDFStream } from 'pdf-lib';

type Visit = (object: PDFObject) => void;

/**
 * The objects that these references lead to, each once, in the order of their numbers.
 * @param beyond - references that are not followed
 * @param visit - is given every object that is found, and each that stands within one
 */
export function reachable(
  context: PDFContext,
  from: readonly PDFRef[],
  beyond: ReadonlyMap<PDFRef, unknown>,
  visit: Visit,
): Map<PDFRef, PDFObject> {
  const found = new Map<PDFRef, PDFObject>();
  const waiting = [...from];
  const follow: Visit = (object) => {
    if (object instanceof PDFRef) waiting.push(object);
    else visit(object);
  };
  for (let ref = waiting.pop(); ref; ref = waiting.pop()) {
    const object = found.has(ref) || beyond.has(ref) ? undefined : context.lookup(ref);
    if (!object) continue;
    found.set(ref, object);
    eachWithin(object, follow);
  }
  return new Map([...found].sort(([a], [b]) => a.objectNumber - b.objectNumber));
}

/** The object itself and all inside of it. */
function eachWithin(object: PDFObject, visit: Visit): void {
  visit(object);
  if (object instanceof PDFStream) eachWithin(object.dict, visit);
  else if (object instanceof PDFDict) for (const value of object.values()) eachWithin(value, visit);
  else if (object instanceof PDFArray) for (const item of object.asArray()) eachWithin(item, visit);
}
