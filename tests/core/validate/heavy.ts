import type { FieldSchema, Logic, RuleDefinition, SectionDefinition } from '#core/model/index.ts';

/** Rows to fill such a table. */
export const rows = Array.from({ length: 100 }, (_, index) => ({ id: `r${index}`, n: index }));

/** A sum over a table that takes a good part of what all rules may take together. */
export function heavy(table: string): Logic {
  const many = { merge: Array.from({ length: 90 }, () => ({ var: `application.${table}` })) };
  return { sum: { map: [many, { '+': [{ var: 'n' }, 1] }] } };
}

/** A table of numbers. */
export function table(id: string): SectionDefinition {
  const items: FieldSchema = { type: 'object', properties: { n: { type: 'number' } } };
  return { id, title: id, kind: 'table', schema: { type: 'array', items } };
}

/** A form with such a sum for each of these tables. */
export function sumsOf(tables: string[], rules: RuleDefinition[] = []): SectionDefinition {
  const properties = Object.fromEntries(
    tables.map((one, index): [string, FieldSchema] => [
      `n${index}`,
      { type: 'number', title: 'N', derive: heavy(one) },
    ]),
  );
  return { id: 'sums', title: 'Sums', kind: 'form', schema: { type: 'object', properties }, rules };
}
