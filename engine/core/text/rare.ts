import coverage from './coverage.json' with { type: 'json' };
import { isPrivateUse, standardFor } from './private-use.ts';

/** A character that others may not see as it was meant, and what to write in its place where that is known. */
export type RareCharacter = { character: string; isPrivate: boolean; standard: string | undefined };

/**
 * Told by one look: what nearly every answer is written with, which the faces have; a test compares it with them. Code
 * points from and to.
 */
const USUAL: readonly (readonly [number, number])[] = [
  [0x0a, 0x0a],
  [0x20, 0x7e],
  [0xb7, 0xb7],
  [0x2014, 0x2014],
  [0x2018, 0x201a],
  [0x201c, 0x201d],
  [0x2026, 0x2026],
  [0x3000, 0x3003],
  [0x3008, 0x3011],
  [0x4e00, 0x9fef],
  [0xff01, 0xff5e],
];

/** The same by code unit: every text of a form is looked through at every validation. */
const isUsual = new Uint8Array(0x10000);
for (const [from, to] of USUAL) isUsual.fill(1, from, to + 1);

/** Blanks, and marks that show nothing of their own: no face has to have them. */
const UNSEEN = /^[\s\p{Default_Ignorable_Code_Point}]$/u;

/** Whether a text holds anything but what nearly every answer is written with. */
export function isUncommon(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (isUsual[text.charCodeAt(at)] === 0) return true;
  return false;
}

/** Each once, in order: private-use characters, and those that none of the faces of prints has. */
export function rareCharacters(text: string): RareCharacter[] {
  if (!isUncommon(text)) return [];
  const rare = [...new Set(text)].filter((one) => isUncommon(one) && !UNSEEN.test(one) && !isCovered(one));
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
