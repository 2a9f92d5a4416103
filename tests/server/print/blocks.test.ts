/** Settings of a block change that block, and nothing else of the sheet (F121). */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/model/index.ts';
import { openCase } from '#core/validate/index.ts';
import { renderSheet } from '#server/print/index.ts';
import { byId, compile, loadEdition } from '../../definitions/edition.ts';

const SHEET = 'review-form';
const edition = compile(await loadEdition());
const { cases, sheets } = edition.definition;
const { settingGroups = {}, settings: schemas = {} } = byId(sheets, SHEET);

/** The sheet, table by table. */
function tablesOf(example: string, settings: JsonObject): string[] {
  const { application, facts } = openCase(edition, byId(cases, example), cases);
  return renderSheet(edition, application, facts, SHEET, { settings }).split(/(?=<table)/);
}

/** The most that each may be. */
const most = (names: string[]): JsonObject =>
  Object.fromEntries(names.map((name) => [name, schemas[name]?.maximum ?? 0]));

describe.each(Object.entries(settingGroups))('settings of the block %s', (_, { settings }) => {
  // One of them has papers, the other case studies.
  it.each(['clinical-complete', 'primary-general-practice-complete'])('change it alone, in %s', (example) => {
    const before = tablesOf(example, {});
    const after = tablesOf(example, most(settings));
    const changed = before.flatMap((table, index) => (table === after[index] ? [] : [index]));
    expect(after).toHaveLength(before.length);
    expect(changed).toHaveLength(1);
    const [size] = settings;
    expect(after[changed[0] ?? -1]).toContain(`font-size:${schemas[size ?? '']?.maximum}pt`);
  });
});
