/** The page beside the form and the server measure a sheet alike, whatever a person has set for it. */
import { expect, it } from 'vitest';
import type { JsonObject } from '#core/model/index.ts';
import { sampleCase } from '#core/sample/index.ts';
import { openCase } from '#core/validate/index.ts';
import { measure } from '#renderer/desks/applicant/pages/sheets/measure.ts';
import { percentOf } from '#renderer/desks/applicant/pages/sheets/percent.ts';
import { measureSheet } from '#server/print/index.ts';
import { byId, compile, loadEdition } from '../../../definitions/edition.ts';

const edition = compile(await loadEdition());
const { cases, sheets } = edition.definition;
const { id, template } = byId(sheets, 'publicity-sheet');

const SET: [string, JsonObject][] = [
  ['nothing', {}],
  ['the smallest letters', { fontSize: 5.5 }],
  ['the largest', { fontSize: 10.5 }],
  [
    'as many empty rows as there may be',
    { studyBlank: 30, workBlank: 30, workloadBlank: 30, paperBlank: 30 },
  ],
  ['both', { fontSize: 10.5, achievementBlank: 30, studyBlank: 0 }],
];

it.each(SET)('with %s set', (_, settings) => {
  for (const content of ['typical', 'full'] as const) {
    const sample = sampleCase(edition, 'clinical', content);
    if (!sample) throw new Error('no sample');
    const { application, facts } = openCase(edition, sample, cases);
    const fit = measureSheet(edition, application, facts, id, { settings });
    const seen = measure(edition, application, facts, { id, template, settings });
    expect(seen).toEqual({ share: fit?.share, overflow: fit?.overflow });
  }
});

it.each([
  [0.993, 100],
  [1, 100],
  [1.001, 101],
])('a share of %d is %d %%: what does not fit is never written as a hundred', (share, percent) => {
  expect(percentOf(share)).toBe(percent);
});
