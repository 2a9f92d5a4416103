import { segmentsOf, valueAt } from '#core/json/index.ts';
import type { CategoryDefinition, Definition, JsonObject } from '#core/model/index.ts';

/**
 * The kind of organisation that a registration makes: what the bound field says, else the one kind that registers by
 * this form. Null for a person, and where nothing says it.
 */
export function registeredKind(
  { programme }: Definition,
  { id, account }: CategoryDefinition,
  sections: JsonObject,
): string | null {
  if (account?.makes !== 'organisation') return null;
  if (account.kind === undefined)
    return programme.organisationKinds.find((kind) => kind.form === id)?.id ?? null;
  const bound = valueAt(sections, segmentsOf(account.kind));
  return typeof bound === 'string' ? bound.trim() : null;
}
