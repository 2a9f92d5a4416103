import coverage from './coverage.json' with { type: 'json' };
import { isPrivateUse, standardFor } from './private-use.ts';

/** A character that others may not see as it was meant, and what to write in its place where that is known. */
export type RareCharacter = { character: string; isPrivate: boolean; standard: string | undefined };

/** Told by one look: what nearly every answer is written with, which the faces have; a test compares it with them. */
const UNCOMMON =
  /[^\n -~\u00b7\u2014\u2018-\u201a\u201c\u201d\u2026\u3000-\u3003\u3008-\u3011\u4e00-\u9fef\uff01-\uff5e]/;

/** Blanks, and marks that show nothing of their own: no face has to have them. */
const UNSEEN = /^[\s\p{Default_Ignorable_Code_Point}]$/u;

/** Each once, in order: private-use characters, and those that none of the faces of prints has. */
export function rareCharacters(text: string): RareCharacter[] {
  if (!UNCOMMON.test(text)) return [];
  const rare = [...new Set(text)].filter((one) => UNCOMMON.test(one) && !UNSEEN.test(one) && !isCovered(one));
  return rare.map((character) => ({
    character,
    isPrivate: isPrivateUse(character),
    standard: standardFor(character),
  }));
}

/** Where runs of code points begin that the faces have and that they do not have, by turns: read once, when asked for. */
let edges: number[] | undefined;

function isCovered(character: string): boolean {
  edges ??= edgesOf(coverage.runs);
  const point = character.codePointAt(0) ?? 0;
  return edgesUpTo(edges, point) % 2 === 1;
}

/** Lengths of the runs in base 36, the first of code points that the faces do not have. */
function edgesOf(runs: string): number[] {
  let at = 0;
  return runs.split(' ').map((length) => {
    at += Number.parseInt(length, 36);
    return at;
  });
}

function edgesUpTo(all: readonly number[], point: number): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] ?? 0) <= point) low = middle + 1;
    else high = middle;
  }
  return low;
}
