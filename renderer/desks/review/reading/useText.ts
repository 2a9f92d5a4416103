import { useMemo } from 'react';
import { textOf, writerOf } from '#core/evaluate/index.ts';
import type { FieldSchema, Json } from '#core/model/index.ts';
import { useOpenCase } from '#renderer/form/index.ts';

/** Values as the printed form writes them. */
export function useText(): (schema: FieldSchema, value: Json | undefined) => string {
  const { edition } = useOpenCase();
  return useMemo(() => {
    const writer = writerOf(edition);
    return (schema, value) => textOf(schema, value, writer);
  }, [edition]);
}
