import type { CompiledSection, FieldSchema } from '#core/model/index.ts';
import { fieldAt } from './fields.ts';

/**
 * What the definition says of what stands at a path inside a section's value, whatever the section's kind:
 * `['education']` of a form, `['2', 'period']` of a table, `['cells', 'lectures', '2025']` of a grid. Undefined where
 * the section has nothing there.
 */
export function schemaAt(
  { shape }: Pick<CompiledSection, 'shape'>,
  segments: readonly string[],
): FieldSchema | undefined {
  return fieldAt(shape, segments);
}
