import { useCallback, useMemo, useState } from 'react';
import { sameJson, withValue } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';
import { rowsOf } from '../store/anchors.ts';
import { useOpenCase } from '../store/context.tsx';
import { commitPending } from '../store/pending.ts';
import type { SectionHandle } from '../store/useSection.ts';
import { moved, newRowId, type Row, replaced, withoutRow } from './rows.ts';
import { useDiscard } from './useDiscard.ts';

/** The row that is open: as it began, and whether it was made by opening it. */
type Editing = { began: Row; isNew: boolean };

/** The rows of a table, and the one that is open. What is typed goes into the section at once, so nothing is lost. */
export function useRows(handle: SectionHandle) {
  const { store } = useOpenCase();
  const { set, flush, value } = handle;
  const section = handle.section.definition.id;
  const rows = useMemo(() => rowsOf(value), [value]);
  const ask = useDiscard();
  const [editing, setEditing] = useState<Editing | null>(null);
  const now = useCallback(() => rowsOf(store.snapshot().values[section]), [store, section]);

  const open = useCallback(
    async (id: string) => {
      await commitPending();
      const began = now().find((row) => row.id === id);
      if (began) setEditing({ began, isNew: false });
    },
    [now],
  );
  const add = async () => {
    await commitPending();
    const row: Row = { ...store.presets(section), id: newRowId() };
    set([...now(), row]);
    setEditing({ began: row, isNew: true });
  };
  const change = useCallback(
    (id: string, path: readonly string[], next: Json | undefined) =>
      set(now().map((row) => (row.id === id ? withValue(row, path, next) : row))),
    [set, now],
  );
  const discard = ({ began, isNew }: Editing) => {
    set(isNew ? withoutRow(now(), began.id) : replaced(now(), began));
    setEditing(null);
  };
  const cancel = async () => {
    if (!editing) return;
    await commitPending();
    const { began, isNew } = editing;
    const files = isNew ? store.snapshot().files.filter(({ row }) => row === began.id).length : 0;
    const row = now().find(({ id }) => id === began.id);
    if (files === 0 && sameJson(row, began)) discard(editing);
    else ask(files, () => discard(editing));
  };
  const remove = useCallback(
    async (id: string) => {
      await commitPending();
      set(withoutRow(now(), id));
      setEditing((open) => (open?.began.id === id ? null : open));
      void flush();
    },
    [set, now, flush],
  );
  const move = useCallback((id: string, by: -1 | 1) => set(moved(now(), id, by)), [set, now]);
  const close = () => setEditing(null);
  return { rows, editing: editing?.began.id ?? null, open, add, change, cancel, remove, move, close };
}

export type Rows = ReturnType<typeof useRows>;
