import type { AnswerStep } from '#core/change/index.ts';
import type { EditionSteps } from '#server/store/index.ts';

/** The ways from edition to edition, each step of them kept when the later one was published. */
type Ways = {
  read: (rows: EditionSteps[]) => void;
  /** The steps of the shortest way; null = there is none. */
  between: (from: string, to: string) => AnswerStep[] | null;
};

export function openWays(): Ways {
  let parents = new Map<string, EditionSteps[]>();
  const known = new Map<string, AnswerStep[] | null>();

  function between(from: string, to: string): AnswerStep[] | null {
    if (from === to) return [];
    const key = `${from} ${to}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const way = shortest(parents, from, to);
    known.set(key, way);
    return way;
  }

  return {
    between,
    read(rows) {
      parents = Map.groupBy(rows, ({ edition }) => edition);
      known.clear();
    },
  };
}

/** Goes back from the later edition, all ways at once. */
function shortest(
  parents: ReadonlyMap<string, EditionSteps[]>,
  from: string,
  to: string,
): AnswerStep[] | null {
  const seen = new Set([to]);
  let reached: { edition: string; steps: AnswerStep[] }[] = [{ edition: to, steps: [] }];
  while (reached.length > 0) {
    const next: typeof reached = [];
    for (const { edition, steps } of reached)
      for (const row of parents.get(edition) ?? []) {
        if (seen.has(row.parent)) continue;
        seen.add(row.parent);
        const all = [...(row.steps as unknown as AnswerStep[]), ...steps];
        if (row.parent === from) return all;
        next.push({ edition: row.parent, steps: all });
      }
    reached = next;
  }
  return null;
}
