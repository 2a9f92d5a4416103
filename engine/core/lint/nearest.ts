import type { Hint } from './report/index.ts';

/** A hint at the known word that was probably meant, where one is near. */
export function meantHint(word: string, known: string[]): { hint?: Hint } {
  const meant = nearest(word, known);
  return meant === undefined ? {} : { hint: { sentence: 'meant', params: { word: meant } } };
}

/** The known word that was probably meant, or undefined where none is near: at most a third of it differs. */
function nearest(word: string, known: string[]): string | undefined {
  const ranked = known
    .filter((candidate) => Math.abs(candidate.length - word.length) <= 3)
    .map((candidate) => ({ candidate, distance: distanceOf(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best && best.distance <= Math.max(1, Math.floor(word.length / 3)) ? best.candidate : undefined;
}

/** Levenshtein's distance, in which two neighbours that changed places count once; one row at a time. */
function distanceOf(a: string, b: string): number {
  let above: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, sign] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const replaced = (row[j] ?? 0) + (sign === other ? 0 : 1);
      const swapped = i > 0 && j > 0 && sign === b[j - 1] && other === a[i - 1];
      const least = Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1);
      next.push(swapped ? Math.min(least, (above[j - 1] ?? 0) + 1) : least);
    }
    above = row;
    row = next;
  }
  return row.at(-1) ?? 0;
}
