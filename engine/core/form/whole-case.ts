import { isObject, type Json, type JsonObject, mergePatch } from '#core/json/index.ts';
import type { CaseDefinition } from '#core/model/index.ts';

/**
 * A case of `cases/` with everything that it extends taken first.
 * Throws when it extends a case that is not there, or itself.
 */
export function wholeCase(definition: CaseDefinition, cases: readonly CaseDefinition[]): CaseDefinition {
  return extended(definition, cases, []);
}

function extended(
  definition: CaseDefinition,
  cases: readonly CaseDefinition[],
  open: string[],
): CaseDefinition {
  if (definition.extends === undefined) return definition;
  if (open.includes(definition.id)) throw new Error(`Case '${definition.id}' extends itself`);
  const found = cases.find((candidate) => candidate.id === definition.extends);
  if (found === undefined)
    throw new Error(`Case '${definition.id}' extends '${definition.extends}', which is not there`);
  const base = extended(found, cases, [...open, definition.id]);
  return {
    ...base,
    ...definition,
    sections: merged(base.sections, definition.sections),
    applicant: merged(base.applicant, definition.applicant),
    unit: merged(base.unit, definition.unit),
  };
}

function merged(base: JsonObject | undefined, patch: JsonObject | undefined): JsonObject {
  const result: Json = mergePatch(base ?? {}, patch ?? {});
  return isObject(result) ? result : {};
}
