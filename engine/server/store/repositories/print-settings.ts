import { printSettingsTable } from '../models/print-settings.ts';
import { change, insertNew, one } from '../rows.ts';
import type { PrintSettingsRepository } from '../signatures/index.ts';

export const printSettings: PrintSettingsRepository = {
  async get(tx, caseId, sheet) {
    return (await one(tx, printSettingsTable, { caseId, sheet }))?.settings ?? null;
  },

  async save(tx, row) {
    const { caseId, sheet, settings } = row;
    if (await insertNew(tx, printSettingsTable, row)) return;
    await change(tx, printSettingsTable, { caseId, sheet }, { settings });
  },
};
