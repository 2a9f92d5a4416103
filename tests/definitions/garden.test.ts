/** The second and the third programme: their examples come out as they say, and what is chosen shows its title wherever it is read. */
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { openCase, runCase } from '#core/validate/index.ts';
import { type RosterCase, renderSheet, writeRoster } from '#server/print/index.ts';
import { GARDEN, THEATRE } from '../route/programmes.ts';
import { byId, compile, loadEdition } from './edition.ts';

const loaded = await loadEdition(GARDEN);
const { definition } = loaded;
const edition = compile(loaded);

describe.each([GARDEN, THEATRE])('cases of %s', async (folder) => {
  const programme = await loadEdition(folder);
  const compiled = compile(programme);
  const { cases } = programme.definition;
  it.each(cases.map((one) => [one.id, one] as const))('%s', (_id, one) => {
    const { failures } = runCase(compiled, one, cases, (sheet, application, facts) =>
      renderSheet(compiled, application, facts, sheet),
    );
    expect(failures).toEqual([]);
  });
});

async function* inQueue(id: string): AsyncGenerator<RosterCase> {
  yield { ...openCase(edition, byId(definition.cases, id), definition.cases), edition };
}

it('a roster writes choices, yes and no by their titles', async () => {
  const stream = new PassThrough();
  const roster = { ...byId(definition.rosters, 'members'), subtotalBy: { var: 'application.plan.fence' } };
  const [bytes] = await Promise.all([
    buffer(stream),
    writeRoster(stream, edition, roster, inQueue('fenced')),
  ]);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer as ExcelJS.Buffer);
  const lines = workbook.worksheets[0]?.getSheetValues() as unknown[][];
  const column = (title: string) => lines[1]?.indexOf(title) ?? -1;
  expect(lines[2]?.[column('Fenced')]).toBe('Yes, all round');
  expect(lines[2]?.[column('Fence')]).toBe('Wire on posts');
  expect(lines.at(-1)?.[1]).toBe('Wire on posts');
});
