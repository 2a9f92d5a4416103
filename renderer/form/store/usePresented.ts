import { useRef } from 'react';
import { mayWrite, textOf } from '#core/evaluate/index.ts';
import { asList, segmentsOf, valueAt } from '#core/json/index.ts';
import type { FieldSchema } from '#core/model/index.ts';
import { type Presented, present } from '../present/index.ts';
import { useOpenCase } from './context.tsx';
import { useLists } from './useLists.ts';
import type { SectionHandle } from './useSection.ts';
import { useWriter } from './useWriter.ts';

/**
 * The schema of a record as it is drawn now; the same object while nothing in it changes, so that RJSF does not
 * render.
 */
export function usePresented(handle: SectionHandle, record: FieldSchema, index?: number): Presented {
  const writer = useWriter();
  const lists = useLists();
  const { store } = useOpenCase();
  const kept = useRef<{ text: string; presented: Presented } | null>(null);
  const { section, live } = handle;
  const { definition } = section;
  const path = index === undefined ? [definition.id] : [definition.id, String(index)];
  const base = `/${path.join('/')}`;
  const who = store.view.editingAs;
  const presented = present(record, {
    lists,
    ui: definition.ui ?? {},
    state: (pointer, listed) => live.field(`${base}${pointer}`, listed),
    written: (pointer, schema) =>
      textOf(schema, valueAt(live.values, [...path, ...segmentsOf(pointer)]), writer),
    count: (pointer) => asList(valueAt(live.values, [...path, ...segmentsOf(pointer)])).length,
    mayWrite: (pointer) => handle.editable && who !== null && mayWrite(section, pointer, who),
  });
  const text = JSON.stringify(presented);
  if (kept.current?.text !== text) kept.current = { text, presented };
  return kept.current.presented;
}
