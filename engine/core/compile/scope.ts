import type { CodeList, CycleDefinition, Definition, ExpressionDefinition } from '#core/model/index.ts';

/** What conditions, rules and schemas are compiled against: the parts that a whole edition shares. */
export type CompileScope = {
  codes: Record<string, CodeList>;
  expressions: Record<string, ExpressionDefinition>;
  timeZone: string;
  cycle: CycleDefinition;
};

/** The shared parts of a definition, by id. */
export function scopeOf(definition: Definition): CompileScope {
  return {
    codes: byId(definition.codes),
    expressions: byId(definition.expressions),
    timeZone: definition.programme.timeZone,
    cycle: definition.edition.cycle,
  };
}

/** A lookup by id without inherited names: an id such as `constructor` finds nothing that was not put there. */
export function byId<T extends { id: string }>(parts: T[]): Record<string, T> {
  const index: Record<string, T> = Object.create(null);
  for (const part of parts) index[part.id] = part;
  return index;
}
