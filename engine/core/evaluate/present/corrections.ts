import { fieldsAlong, recordSchema } from '#core/form/index.ts';
import { pointer, segmentsOf } from '#core/json/index.ts';
import type { CompiledEdition, CompiledSection, FieldSchema, Json } from '#core/model/index.ts';
import { mayWrite } from '../editable.ts';
import type { ResolvedAnswers } from '../resolve/index.ts';
import { standsOn } from './shown.ts';
import { textOf, writerOf } from './text.ts';
import type { CorrectionView } from './view.ts';

/** What a desk changed in answers that had been handed in: pointers into the section, rows by their ids. */
export type Correction = {
  section: string;
  /** The desk. */
  by: string;
  /** The day, as ISO date. */
  on: string;
  changes: { path: string; before: Json; after: Json }[];
};

/** Corrections as texts: only those of fields that stand on the sheet, in the order in which they were made. */
export function correctionTexts(
  edition: CompiledEdition,
  { category }: ResolvedAnswers,
  sheet: string,
  corrections: Correction[],
): CorrectionView[] {
  const writer = writerOf(edition);
  const route = edition.definition.routes.find(({ id }) => id === category.definition.route);
  return corrections.flatMap(({ section: id, by, on, changes }) => {
    const section = category.bySheet[sheet]?.find((one) => one.id === id);
    if (!section) return [];
    const desk = route?.desks[by]?.title ?? by;
    const day = textOf({ format: 'date' }, on, writer);
    return changes.flatMap(({ path, before, after }) => {
      const field = changedField(section, path, sheet);
      if (!field) return [];
      const texts = {
        before: textOf(field.schema, before, writer),
        after: textOf(field.schema, after, writer),
      };
      return [{ section: section.definition.title, field: field.title, ...texts, desk, on: day }];
    });
  });
}

type Found = { title: string; schema: FieldSchema };

/**
 * The field that a change was made in; null where it does not stand on the sheet, or where the applicant may not write:
 * what a desk fills in on its own account is no correction. A whole row is titled by its section.
 */
function changedField(section: CompiledSection, path: string, sheet: string): Found | null {
  const tokens = segmentsOf(path);
  const names = section.kind === 'form' ? tokens : tokens.slice(1);
  const schema = recordSchema(section.definition);
  const along = fieldsAlong(schema, names);
  if (!along.every((field) => standsOn(field, sheet))) return null;
  if (!mayWrite(section, pointer(...names), 'applicant')) return null;
  const title = along.flatMap(({ title: own }) => own ?? []).at(-1) ?? section.definition.title;
  return { title, schema: onSheet(along.at(-1) ?? schema ?? {}, sheet) };
}

/** Of a whole record only what stands on the sheet is written out. */
function onSheet(schema: FieldSchema, sheet: string): FieldSchema {
  if (!schema.properties || schema.text !== undefined) return schema;
  const shown = Object.entries(schema.properties).filter(([, field]) => standsOn(field, sheet));
  return { ...schema, properties: Object.fromEntries(shown) };
}
