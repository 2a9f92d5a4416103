import type { JsonObject } from '#core/model/index.ts';
import { id, json, primary, within } from '../columns.ts';
import type { PrintSettings } from '../records/index.ts';
import { findOne, insertNew, update } from '../rows.ts';
import { table } from '../table.ts';
import type { Tx } from '../tx.ts';

/** How sheets of cases are to be printed. */
export const printSettingsTable = table<PrintSettings>('print_settings', {
  caseId: within('cases', primary(id())),
  sheet: primary(id()),
  settings: json(),
});

/** Settings of sheets, by case and sheet. */
export const printSettings = {
  async get(tx: Tx, caseId: string, sheet: string): Promise<JsonObject | null> {
    return (await findOne(tx, printSettingsTable, { caseId, sheet }))?.settings ?? null;
  },

  async save(tx: Tx, row: PrintSettings): Promise<void> {
    const { caseId, sheet, settings } = row;
    if (await insertNew(tx, printSettingsTable, row)) return;
    await update(tx, printSettingsTable, { caseId, sheet }, { settings });
  },
};
