import { pointer } from '#core/json/index.ts';
import type { Definition } from '#core/model/index.ts';
import { type Data, dataOf } from '../shapes/data.ts';
import { shapeOfRow } from '../shapes/of-schema.ts';
import { NUMBER } from '../shapes/shape.ts';
import { type LogicSite, present } from './logic-site.ts';

/** When sheets are available and marked. */
export function ofSheets(definition: Definition): LogicSite[] {
  return definition.sheets.flatMap((sheet, index) => {
    const data = dataOf(
      definition,
      definition.categories.filter((category) => category.sheets?.includes(sheet.id)),
    );
    const at = pointer('sheets', index);
    return present([
      { logic: sheet.watermark?.when, pointer: `${at}/watermark/when`, use: 'condition', data },
      { logic: sheet.attest?.when, pointer: `${at}/attest/when`, use: 'condition', data },
      { logic: sheet.availableWhen, pointer: `${at}/availableWhen`, use: 'condition', data },
    ]);
  });
}

/** What rosters write, filter by and add up. */
export function ofRosters(definition: Definition): LogicSite[] {
  return definition.rosters.flatMap((roster, index) => {
    const categories = definition.categories.filter((category) => category.route === roster.route);
    const base = dataOf(definition, categories);
    const tables = categories.flatMap((category) =>
      category.sections.filter((section) => section.id === roster.rowsOf),
    );
    const [table] = tables;
    const data: Data = table ? { ...base, row: shapeOfRow(table), index: NUMBER } : base;
    const at = pointer('rosters', index);
    const values = (key: 'columns' | 'filters') =>
      (roster[key] ?? []).map((part, position) => ({
        logic: part.value,
        pointer: at + pointer(key, position, 'value'),
        use: 'value' as const,
        data,
      }));
    return present([
      ...values('columns'),
      ...values('filters'),
      { logic: roster.subtotalBy, pointer: `${at}/subtotalBy`, use: 'value', data },
    ]);
  });
}
