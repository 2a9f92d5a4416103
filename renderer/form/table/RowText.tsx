import { textOf } from '#core/evaluate/index.ts';
import { valueAt } from '#core/json/index.ts';
import type { SectionHandle } from '../store/useSection.ts';
import { useWriter } from '../store/useWriter.ts';
import type { Column, Row } from './rows.ts';

type Props = { handle: SectionHandle; column: Column; row: Row; index: number };

/** A field of a row as text; computed values, also those in the items of a list, come from the evaluation. */
export function RowText({ handle, column: { key, schema }, row, index }: Props) {
  const writer = useWriter();
  const at = [handle.section.definition.id, String(index), key];
  const isComputed = schema.derive !== undefined || schema.items?.properties !== undefined;
  const value = isComputed ? valueAt(handle.live.values, at) : row[key];
  return textOf(schema, value, writer);
}
