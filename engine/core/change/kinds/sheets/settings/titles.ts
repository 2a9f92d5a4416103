import { asList, asObject, asText, type JsonObject } from '#core/json/index.ts';
import { findPart, type Reading } from '../../../find/parts.ts';

type Of = { sheet: string; cycle: string | undefined };

const sheetIn = (files: Reading, { sheet, cycle }: Of): JsonObject =>
  asObject(files.value(findPart(files, 'sheet', sheet, cycle)?.path ?? ''));

/** The title of a group of settings. */
export const groupTitle = (files: Reading, of: Of, group: string): string | undefined =>
  asText(asObject(asObject(sheetIn(files, of).settingGroups)[group]).title);

/** The title of a setting, with that of its group before it. */
export function settingTitle(files: Reading, of: Of, setting: string): string {
  const { settings, settingGroups } = sheetIn(files, of);
  const title = asText(asObject(asObject(settings)[setting]).title) ?? setting;
  const group = Object.values(asObject(settingGroups)).find((one) =>
    asList(asObject(one).settings).includes(setting),
  );
  const own = asText(asObject(group).title);
  return own === undefined ? title : `${own} · ${title}`;
}
