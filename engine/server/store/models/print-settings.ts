import { id, json, primary, within } from '../columns.ts';
import { table } from '../table.ts';
import type { PrintSettings } from '../types.ts';

export const printSettingsTable = table<PrintSettings>('print_settings', {
  caseId: within('cases', primary(id())),
  sheet: primary(id()),
  settings: json(),
});
