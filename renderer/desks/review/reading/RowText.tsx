import { recordSchema } from '#core/form/index.ts';
import { asObject, valueAt } from '#core/json/index.ts';
import type { RowRef } from '#core/model/index.ts';
import { useOpenCase, useSnapshot } from '#renderer/form/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';
import { fieldsOf } from './fields.ts';
import { useText } from './useText.ts';

/** A row in one line: what stands in it, field after field. */
export function RowText({ place, index }: { place: RowRef; index: number }) {
  const words = useWords(reviewWords);
  const write = useText();
  const { store } = useOpenCase();
  const values = useSnapshot(({ live }) => live.values);
  const section = store.category.bySection[place.section]?.definition;
  if (!section) return null;
  const row = asObject(valueAt(values, [place.section, String(index)]));
  const texts = fieldsOf(recordSchema(section), section.ui ?? {}).map(({ key, schema }) =>
    write(schema, row[key]),
  );
  return [section.title, words.row(index + 1), ...texts.filter(Boolean)].join(' · ');
}
