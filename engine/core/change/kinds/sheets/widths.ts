/**
 * How many tracks each column takes of all that there are: those that stay keep theirs, a new one (undefined) gets its
 * part; what is over goes to the widest, what is missing comes from them. Undefined where there are not enough.
 */
export function widths(known: readonly (number | undefined)[], all: number): number[] | undefined {
  if (known.length === 0 || known.length > all) return undefined;
  const part = Math.max(1, Math.floor(all / known.length));
  const spans = known.map((span) => span ?? part);
  const order = [...spans.keys()].sort((a, b) => (spans[b] ?? 0) - (spans[a] ?? 0));
  for (let left = all - sum(spans), turn = 0; left !== 0; turn += 1) {
    const index = order[turn % order.length] ?? 0;
    const step = Math.sign(left);
    const next = (spans[index] ?? 0) + step;
    if (next < 1) continue;
    spans[index] = next;
    left -= step;
  }
  return spans;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
