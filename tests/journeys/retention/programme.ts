import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject } from '#core/model/index.ts';
import { changedCopy, changeFiles } from '../changed.ts';
import { GARDEN } from '../harness.ts';

/** The sheet that is frozen when an application is handed in, and the fact by which one asks about it. */
export const SHEET = 'card';
export const FACT = '/plan/title';

/**
 * Garden grants that retain answers for a year after the cycle has closed (31 January 2027), and the cycle after it,
 * which closes on 30 June 2027.
 */
export async function retainedForAYear(): Promise<string> {
  const folder = await changedCopy(GARDEN, {
    '2026H2/edition.json': (file) => {
      Object.assign(file.facts as JsonObject, { archive: { title: 'Years in the archive', value: 1 } });
      file.retention = { years: { fact: 'archive' } };
    },
    [`2026H2/sheets/${SHEET}/sheet.json`]: (file) => {
      delete file.watermark;
      Object.assign(file, { frozenIn: ['open'], attest: { by: [{ title: 'Plan', at: FACT }] } });
    },
  });
  await cp(join(folder, '2026H2'), join(folder, '2027H1'), { recursive: true });
  await changeFiles(folder, {
    '2027H1/edition.json': (file) => {
      file.id = '2027H1';
      Object.assign(file.cycle as JsonObject, {
        ...{ id: '2027H1', title: 'First half of 2027', year: 2027, half: 1, asOf: '2027-02-01' },
        ...{ opensAt: '2027-02-01T00:00:00+00:00', closesAt: '2027-06-30T23:59:59+01:00' },
        returnedUntil: '2027-06-30T23:59:59+01:00',
      });
    },
  });
  return folder;
}
