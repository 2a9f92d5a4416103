import { factsInTemplate, templateWithFacts } from '#core/facts/index.ts';
import { asText, pointer, valueAt } from '#core/json/index.ts';
import type { Definition } from '#core/model/index.ts';
import type { Readings } from './readings.ts';
import type { Resolved } from './resolved.ts';

/**
 * The templates of the definition with their facts written out; a category in which a sheet says one of them otherwise
 * has a template of its own.
 */
export function templatesIn({ sheets, categories }: Definition, readings: Readings): Resolved[] {
  return sheets.flatMap((sheet, index) =>
    ofTemplate(sheet.template, pointer('sheets', index), printing(sheet.id, categories), readings),
  );
}

/** The same of the templates of a locale. */
export function templatesOfLocale(
  { sheets, categories, locales = [] }: Definition,
  index: number,
  readings: Readings,
): Resolved[] {
  return sheets.flatMap(({ id }) => {
    const template = asText(valueAt(locales[index]?.texts, ['sheets', id, 'template']));
    const at = pointer('locales', index, 'texts', 'sheets', id);
    return template === undefined ? [] : ofTemplate(template, at, printing(id, categories), readings);
  });
}

type Printing = { id: string; index: number; own: readonly string[] };

function printing(sheet: string, categories: Definition['categories']): Printing[] {
  return categories.flatMap(({ id, sheets, facts }, index) =>
    Array.isArray(sheets) && sheets.includes(sheet) ? [{ id, index, own: Object.keys(facts ?? {}) }] : [],
  );
}

function ofTemplate(template: string, at: string, printing: Printing[], readings: Readings): Resolved[] {
  const ids = factsInTemplate(template);
  if (ids.length === 0) return [];
  const write = (category?: number) => {
    const { written, values } = readings(category);
    return templateWithFacts(template, written, values);
  };
  const others = printing.filter(({ own }) => own.some((id) => ids.includes(id)));
  return [
    { at: `${at}/template`, value: write() },
    ...(others.length === 0
      ? []
      : [
          {
            at: `${at}/templates`,
            value: Object.fromEntries(others.map(({ id, index }) => [id, write(index)])),
            from: `${at}/template`,
          },
        ]),
  ];
}
