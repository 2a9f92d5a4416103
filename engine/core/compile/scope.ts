import type { Definition, LogicScope } from '#core/model/index.ts';

/** What the logic of a definition may name, by id. `CompiledEdition.scope` is made of it, once. */
export function scopeOf(definition: Definition): LogicScope {
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
