import type { SaveState } from './saver.ts';

const WORST_FIRST = ['conflict', 'refused', 'offline', 'saving', 'unsaved'] as const;

/** The state of all sections in one: the most urgent; when all are saved, the latest time. */
export function saveOverview(states: readonly SaveState[]): SaveState {
  for (const kind of WORST_FIRST) {
    const state = states.find((candidate) => candidate.kind === kind);
    if (state) return state;
  }
  const times = states.flatMap((state) => (state.kind === 'saved' && state.at ? [state.at] : []));
  return { kind: 'saved', at: times.sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1) ?? null };
}
