import { fieldAt } from '#core/form/index.ts';
import { pointer, segmentsOf } from '#core/json/index.ts';
import type { Check, Finding } from '../../context.ts';

const MEDIA = ['application/pdf', 'image/jpeg', 'image/png'];
const MOST_FILES = 50;

/** A slot for a type that the engine cannot inspect, for too many files, or beside a field that does not exist. */
export const slotShape: Check = {
  code: 'slot-shape',
  run: ({ sections }) =>
    sections.flatMap(({ section, record, pointer: at }) =>
      (section.slots ?? []).flatMap((slot, index): Finding[] => {
        const place = at + pointer('slots', index);
        const strange = (slot.accept ?? []).flatMap((type, position) =>
          MEDIA.includes(type)
            ? []
            : [
                {
                  at: place + pointer('accept', position),
                  sentence: 'slot-shape.media' as const,
                  params: { type },
                },
              ],
        );
        return [
          ...strange,
          ...((slot.max ?? 1) > MOST_FILES
            ? [{ at: `${place}/max`, sentence: 'slot-shape.max' as const, params: { most: MOST_FILES } }]
            : []),
          ...(slot.per === 'row' && section.kind !== 'table'
            ? [{ at: `${place}/per`, sentence: 'slot-shape.rows' as const }]
            : []),
          ...(slot.at !== undefined && !fieldAt(record, segmentsOf(slot.at))
            ? [{ at: `${place}/at`, sentence: 'slot-shape.at' as const, params: { path: slot.at } }]
            : []),
        ];
      }),
    ),
};
