import { useCallback, useMemo, useState } from 'react';
import { withValue } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';
import { rowsOf } from '../store/anchors.ts';
import { useOpenCase } from '../store/context.tsx';
import { commitPending } from '../store/pending.ts';
import type { SectionHandle } from '../store/useSection.ts';
import { moved, newRowId, type Row, replaced, withoutRow } from './rows.ts';

/** What was there when a row was opened: null for a new one. */
type Editing = { id: string; before: Row | null };

/** The rows of a table, and the one that is open. What is typed goes into the section at once, so nothing is lost. */
export function useRows(handle: SectionHandle) {
  const { store } = useOpenCase();
  const { set, flush, value } = handle;
  const section = handle.section.definition.id;
  const rows = useMemo(() => rowsOf(value), [value]);
  const [editing, setEditing] = useState<Editing | null>(null);
  const now = useCallback(() => rowsOf(store.snapshot().values[section]), [store, section]);

  const open = useCallback(
    async (id: string) => {
      await commitPending();
      setEditing({ id, before: now().find((row) => row.id === id) ?? null });
    },
    [now],
  );
  const add = async () => {
    await commitPending();
    const row: Row = { ...store.presets(section), id: newRowId() };
    set([...now(), row]);
    setEditing({ id: row.id, before: null });
  };
  const change = useCallback(
    (id: string, path: readonly string[], next: Json | undefined) =>
      set(now().map((row) => (row.id === id ? withValue(row, path, next) : row))),
    [set, now],
  );
  const cancel = async () => {
    if (!editing) return;
    await commitPending();
    set(editing.before ? replaced(now(), editing.before) : withoutRow(now(), editing.id));
    setEditing(null);
  };
  const remove = useCallback(
    async (id: string) => {
      await commitPending();
      set(withoutRow(now(), id));
      setEditing((open) => (open?.id === id ? null : open));
      void flush();
    },
    [set, now, flush],
  );
  const move = useCallback((id: string, by: -1 | 1) => set(moved(now(), id, by)), [set, now]);
  const close = () => setEditing(null);
  return { rows, editing: editing?.id ?? null, open, add, change, cancel, remove, move, close };
}

export type Rows = ReturnType<typeof useRows>;
