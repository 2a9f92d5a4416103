import { isObject } from '#core/json/index.ts';
import type { CompiledCategory, CompiledSection, JsonObject } from '#core/model/index.ts';

/**
 * Whether somebody in these roles (`applicant`, desks; none: an organisation above) may see what `visibleTo` is said of.
 * `desks` are all of them, and the organisations above.
 */
export function maySee(visibleTo: readonly string[] | undefined, roles: readonly string[]): boolean {
  if (visibleTo === undefined || roles.some((role) => visibleTo.includes(role))) return true;
  const isDesk = roles.length === 0 || roles.some((role) => role !== 'applicant');
  return isDesk && visibleTo.includes('desks');
}

/** Whether somebody in these roles may see a section, or one field of it. */
export function maySeeAt(
  { definition }: CompiledSection,
  field: string | undefined,
  roles: readonly string[],
): boolean {
  if (!maySee(definition.visibleTo, roles)) return false;
  if (field === undefined || definition.kind !== 'form') return true;
  return maySee(definition.schema?.properties?.[field]?.visibleTo, roles);
}

/** A section's value without the fields that somebody in these roles may not see. */
export function seenValue<T>(section: CompiledSection, value: T, roles: readonly string[]): T {
  if (section.definition.kind !== 'form' || !isObject(value)) return value;
  const seen = Object.entries(value).filter(([field]) => maySeeAt(section, field, roles));
  return (seen.length === Object.keys(value).length ? value : Object.fromEntries(seen)) as T;
}

/** Answers by section without what somebody in these roles may not see. */
export function seenAnswers(
  { bySection }: CompiledCategory,
  answers: JsonObject,
  roles: readonly string[],
): JsonObject {
  const seen = Object.entries(answers).flatMap(([id, value]) => {
    const section = bySection[id];
    if (section === undefined) return [[id, value] as const];
    return maySeeAt(section, undefined, roles) ? [[id, seenValue(section, value, roles)] as const] : [];
  });
  return Object.fromEntries(seen);
}
