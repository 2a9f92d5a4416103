import { pointer } from '#core/json/index.ts';
import { answerField } from '../../answer-field.ts';
import type { Check } from '../../context.ts';

/** What has to be known of a print, and stands in no form that has the sheet. */
export const attestNamesNothing: Check = {
  code: 'attest-names-nothing',
  run: ({ definition }) =>
    definition.sheets.flatMap(({ id, attest }, index) =>
      (attest?.by ?? []).flatMap(({ at }, position) =>
        definition.categories
          .filter(({ sheets = [] }) => sheets.includes(id))
          .filter(({ sections }) => !answerField(sections, definition.edition.cycle, at))
          .map(({ title }) => ({
            at: pointer('sheets', index, 'attest', 'by', position, 'at'),
            params: { path: at, category: title },
          })),
      ),
    ),
};
