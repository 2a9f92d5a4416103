/**
 * How long a page takes to find how full a sheet of one page is after a change, with the answers of complete cases; and
 * the server to set it. Medians; the cost at ten times the rows stands beside it.
 */
import { fileURLToPath } from 'node:url';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import { ADVANCES, fitSheet, isFitted } from '#core/fit/index.ts';
import type { Application, Json, JsonObject } from '#core/model/index.ts';
import { openCase } from '#core/validate/index.ts';
import { measure } from '#renderer/desks/applicant/pages/sheets/measure.ts';
import { loadProgramme } from '#server/load/index.ts';
import { renderPaper } from '#server/print/index.ts';
import { bodyOf, SHEET } from '../tests/core/fit/sheets.ts';
import { head, timeLine } from './table.ts';

/** Milliseconds. */
const BUDGET = 5;
const TURNS = 41;

const folder = fileURLToPath(new URL('../definitions/chongqing-health-titles', import.meta.url));
const [loaded] = await loadProgramme(folder);
if (!loaded) throw new Error('The programme has no edition.');
const { definition } = loaded;
const edition = compileEdition(definition, { validators: ajvValidators() });

function median(work: () => unknown): number {
  for (let turn = 0; turn < TURNS; turn += 1) work();
  const times = Array.from({ length: TURNS }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
  return times.sort((a, b) => a - b)[TURNS >> 1] ?? Number.NaN;
}

/** The same answers with each list so many times as long. */
function longer(application: Application, times: number): Application {
  const lists = Object.entries(application.sections).map(([id, value]): [string, Json] => [
    id,
    Array.isArray(value) ? Array.from({ length: times }, () => value).flat() : value,
  ]);
  return { ...application, sections: Object.fromEntries(lists) as JsonObject };
}

console.log(head());
for (const { id, template, ...sheet } of definition.sheets.filter(isFitted)) {
  for (const name of ['clinical-complete', 'primary-other-complete']) {
    const one = definition.cases.find((example) => example.id === name);
    if (!one) throw new Error(`There is no case ${name}.`);
    const { application, facts } = openCase(edition, one, definition.cases);
    for (const times of [1, 10]) {
      const answers = longer(application, times);
      const took = median(() => measure(edition, answers, facts, { id, template, settings: {} }));
      console.log(timeLine(`${name}, rows x ${times}`, took, BUDGET));
    }
    console.log(
      timeLine(
        `${name}, set (${sheet.paper.size})`,
        median(() => renderPaper(edition, application, facts, id)),
        4 * BUDGET,
      ),
    );
  }
}
const full = Array.from({ length: 3 }, () => ({
  texts: Array.from({ length: 20 }, (_, row) => [
    '业绩成果'.repeat(4),
    '主持'.repeat(10 + row),
    '效果'.repeat(12),
  ]),
}));
console.log(
  timeLine(
    'three tables of twenty long rows, set',
    median(() => fitSheet(SHEET, bodyOf(full), { chosen: {} }, ADVANCES)),
    4 * BUDGET,
  ),
);
