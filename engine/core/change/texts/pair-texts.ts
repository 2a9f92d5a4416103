import { isObject, type Json, sameJson, segmentsOf, valueAt } from '#core/json/index.ts';
import type { PlacedText } from '#core/translate/index.ts';

/** A text before a change, and what it is afterwards: elsewhere, worded otherwise, or the same. */
export type TextPair = { was: PlacedText; is: PlacedText };

/** A file as it was or is, with its texts. */
type Texts = { json: Json; texts: readonly PlacedText[] };

/** Which text is which after a change, as far as it can be nothing else; the rest is new or gone. */
export function pairTexts(was: Texts, is: Texts): TextPair[] {
  const left = new Set(was.texts);
  const open = new Set(is.texts);
  const pairs: TextPair[] = [];
  const pairBy = (fits: (one: PlacedText, other: PlacedText) => boolean): void => {
    for (const other of open) {
      const one = [...left].find((candidate) => fits(candidate, other));
      if (!one) continue;
      pairs.push({ was: one, is: other });
      left.delete(one);
      open.delete(other);
    }
  };
  for (const pair of unchanged(was, is)) {
    pairs.push(pair);
    left.delete(pair.was);
    open.delete(pair.is);
  }
  pairBy((one, other) => one.text === other.text);
  pairBy((one, other) => one.place === other.place);
  pairBy((one, other) => one.from === other.from && isSameElement(was.json, is.json, one.from));
  return pairs;
}

function unchanged(was: Texts, is: Texts): TextPair[] {
  const known = new Map(was.texts.map((text) => [text.place, text]));
  return is.texts.flatMap((text) => {
    const own = known.get(text.place);
    return own?.text === text.text ? [{ was: own, is: text }] : [];
  });
}

/** What goes by its title is the same under another title where nothing else of it is another. */
function isSameElement(before: Json, after: Json, from: string): boolean {
  const way = segmentsOf(from).slice(0, -1);
  return sameJson(untitled(valueAt(before, way)), untitled(valueAt(after, way)));
}

function untitled(element: Json | undefined): Json {
  if (!isObject(element)) return element ?? null;
  const { title: _title, ...rest } = element;
  return rest;
}
