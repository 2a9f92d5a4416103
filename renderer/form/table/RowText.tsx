import { textOf } from '#core/evaluate/index.ts';
import { valueAt } from '#core/json/index.ts';
import type { SectionHandle } from '../store/useSection.ts';
import { useWriter } from '../store/useWriter.ts';
import type { Column, Row } from './rows.ts';

type Props = { handle: SectionHandle; column: Column; row: Row; index: number };

/** A field of a row as text; computed values are not in the stored row and come from the evaluation. */
export function RowText({ handle, column: { key, schema }, row, index }: Props) {
  const writer = useWriter();
  const at = [handle.section.definition.id, String(index), key];
  const value = schema.derive === undefined ? row[key] : valueAt(handle.live.values, at);
  return textOf(schema, value, writer);
}
