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
                  message: `The engine takes no files of type "${type}"`,
                },
              ],
        );
        return [
          ...strange,
          ...((slot.max ?? 1) > MOST_FILES
            ? [{ at: `${place}/max`, message: `A slot takes at most ${MOST_FILES} files` }]
            : []),
          ...(slot.per === 'row' && section.kind !== 'table'
            ? [{ at: `${place}/per`, message: 'Only the rows of a table have slots' }]
            : []),
          ...(slot.at !== undefined && !fieldAt(record, segmentsOf(slot.at))
            ? [{ at: `${place}/at`, message: `There is no field at "${slot.at}"` }]
            : []),
        ];
      }),
    ),
};
