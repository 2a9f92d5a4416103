import { useMemo } from 'react';
import { fieldWithLogic } from '#core/evaluate/index.ts';
import { segmentsOf } from '#core/json/index.ts';
import type { AnswerProblem, CompiledSection, SlotDefinition } from '#core/model/index.ts';
import type { Fields } from '../templates/fields.tsx';
import { anchorOf } from './anchors.ts';
import { useOpenCase } from './context.tsx';
import type { SectionHandle } from './useSection.ts';

/** What the fields of a record know: their problems by place, the evidence beside them, the way to ask why. */
export function useFieldsOf(
  handle: SectionHandle,
  revealed: boolean,
  row?: { id: string; index: number },
): Fields {
  const { store } = useOpenCase();
  const { section } = handle;
  const { definition } = section;
  const base = row ? `/${definition.id}/${row.index}` : `/${definition.id}`;
  const anchor = row ? `/${definition.id}/${row.id}` : `/${definition.id}`;
  const rowId = row?.id;
  const problems = useMemo(() => byAnchor(handle.problems), [handle.problems]);
  const slots = useMemo(
    () => byPointer(definition.slots ?? [], rowId !== undefined),
    [definition.slots, rowId],
  );
  return useMemo(
    () => ({
      anchor,
      problems,
      revealed,
      slots,
      section: definition.id,
      row: rowId,
      hasReason: (pointer: string) => hasReason(section, pointer),
      explain: (pointer: string) => store.explain(`${base}${pointer}`),
      itemPreset: (pointer: string) => store.itemPreset(`${base}${pointer}`),
    }),
    [anchor, problems, revealed, slots, section, definition.id, rowId, base, store],
  );
}

function hasReason(section: CompiledSection, pointer: string): boolean {
  const { field } = fieldWithLogic(section, segmentsOf(pointer)) ?? {};
  return Boolean(field && (field.visible || field.required || field.readOnly || field.derive));
}

function byAnchor(problems: readonly AnswerProblem[]): Map<string, AnswerProblem[]> {
  const map = new Map<string, AnswerProblem[]>();
  for (const problem of problems)
    map.set(anchorOf(problem), [...(map.get(anchorOf(problem)) ?? []), problem]);
  return map;
}

function byPointer(slots: readonly SlotDefinition[], perRow: boolean): Map<string, SlotDefinition[]> {
  const map = new Map<string, SlotDefinition[]>();
  for (const slot of slots) {
    if ((slot.per === 'row') !== perRow) continue;
    map.set(slot.at ?? '', [...(map.get(slot.at ?? '') ?? []), slot]);
  }
  return map;
}
