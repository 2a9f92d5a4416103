import widths from './advances.json' with { type: 'json' };
import type { Advance } from './break-lines.ts';
import type { Face } from './content.ts';

/** How wide the letters of each face are. */
export type Advances = Record<Face, Advance>;

/** Thousandths of an em: the letters of each width that is not a whole em. */
type Widths = Record<string, string>;

/** What no face draws: joiners, marks of direction, which variant of a sign is meant. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/u;

function advanceOf(byWidth: Widths): Advance {
  const widthOf = new Map(
    Object.entries(byWidth).flatMap(([width, letters]) =>
      [...letters].map((one) => [one, UNSEEN.test(one) ? 0 : Number(width) / 1000]),
    ),
  );
  return (letter) => {
    const known = widthOf.get(letter);
    if (known !== undefined) return known;
    const width = UNSEEN.test(letter) ? 0 : 1;
    widthOf.set(letter, width);
    return width;
  };
}

/** Those of the product's fonts; `tests/core/fit/advances.test.ts` reads them from the faces themselves. */
export const ADVANCES: Advances = { serif: advanceOf(widths.serif), sansBold: advanceOf(widths.sansBold) };
