import type { CompiledSection, Json } from '#core/model/index.ts';

/**
 * Whether a section's stored value is the word by which its table says that there is nothing to fill in. Rules then
 * read a table without rows; forms and prints show the word.
 */
export function saysNone(
  { kind, shape }: Pick<CompiledSection, 'kind' | 'shape'>,
  value: Json | undefined,
): boolean {
  return kind === 'table' && shape.none !== undefined && value === shape.none;
}
