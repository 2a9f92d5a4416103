import { useCallback, useMemo } from 'react';
import { mayWriteSome } from '#core/evaluate/index.ts';
import type { AnswerProblem, CompiledSection, Json } from '#core/model/index.ts';
import { useOpenCase, useSnapshot } from './context.tsx';
import type { Live } from './live.ts';
import type { SaveState } from './saver.ts';
import { useStableList } from './useStableList.ts';

export type SectionHandle = {
  section: CompiledSection;
  value: Json;
  set: (value: Json) => void;
  flush: () => Promise<void>;
  save: SaveState;
  /** Whether the section may be written now; single fields may differ. */
  editable: boolean;
  live: Live;
  problems: readonly AnswerProblem[];
};

/** One section of the open case. Throws where the category has no such section. */
export function useSection(id: string): SectionHandle {
  const { store } = useOpenCase();
  const section = store.category.bySection[id];
  if (!section) throw new Error(`category ${store.view.category} has no section ${id}`);
  const value = useSnapshot(({ values }) => values[id] ?? null);
  const save = useSnapshot(({ saves }) => saves[id]) ?? { kind: 'saved' as const, at: null };
  const live = useSnapshot((snapshot) => snapshot.live);
  const mine = useMemo(() => live.problems.filter((problem) => problem.section === id), [live, id]);
  const problems = useStableList(mine);
  const set = useCallback((next: Json) => store.set(id, next), [store, id]);
  const flush = useCallback(() => store.flush(id), [store, id]);
  const who = store.view.editingAs;
  const editable = who !== null && mayWriteSome(section, who) && !live.sectionLocked(id);
  return { section, value, set, flush, save, editable, live, problems };
}
