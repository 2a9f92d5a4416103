import { useCallback, useMemo, useState } from 'react';
import type { QueueRow } from '#renderer/api/index.ts';

/** The rows that are selected. */
export type Selection = {
  rows: readonly QueueRow[];
  has: (id: string) => boolean;
  toggle: (id: string) => void;
  set: (ids: readonly string[]) => void;
  clear: () => void;
};

/** Which rows are selected. A row that leaves the list is no longer selected. */
export function useSelection(rows: readonly QueueRow[]): Selection {
  const [ids, setIds] = useState<readonly string[]>([]);
  const chosen = useMemo(() => rows.filter(({ id }) => ids.includes(id)), [rows, ids]);
  const has = useCallback((id: string) => ids.includes(id), [ids]);
  const toggle = useCallback(
    (id: string) => setIds((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id])),
    [],
  );
  const clear = useCallback(() => setIds([]), []);
  return useMemo(() => ({ rows: chosen, has, toggle, set: setIds, clear }), [chosen, has, toggle, clear]);
}
