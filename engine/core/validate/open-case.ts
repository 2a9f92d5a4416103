import { isObject } from '../evaluate/index.ts';
import type {
  Application,
  CaseDefinition,
  CompiledEdition,
  Facts,
  FileRef,
  Json,
  JsonObject,
} from '../model/index.ts';
import { mergePatch } from './merge-patch.ts';

/**
 * A case as an application with its facts, everything that it extends taken first.
 * Throws when it extends a case that is not there, or itself.
 */
export function openCase(
  edition: CompiledEdition,
  definition: CaseDefinition,
  cases: readonly CaseDefinition[],
): { application: Application; facts: Facts } {
  const whole = extended(definition, cases, []);
  const application: Application = {
    category: whole.category,
    sections: whole.sections,
    files: (whole.files ?? []).map(fileRef),
    strikes: whole.strikes ?? [],
  };
  return { application, facts: factsOf(edition, whole) };
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

/** `section/slot` or `section/row/slot`; naming a slot twice puts two files there. */
function fileRef(path: string, index: number): FileRef {
  const [section = '', ...rest] = path.split('/');
  const slot = rest.at(-1) ?? '';
  const row = rest.length > 1 ? { row: rest[0] } : {};
  const file = { name: `${slot}.pdf`, mediaType: 'application/pdf', bytes: 1024, pages: 1, sha256: '' };
  return { id: `${path}#${index}`, section, slot, ...row, ...file };
}

function factsOf(edition: CompiledEdition, definition: CaseDefinition): Facts {
  const { programme, edition: settings } = edition.definition;
  const unit = definition.unit ?? {};
  const level = programme.organisationKinds.find((kind) => kind.id === unit.kind)?.level ?? null;
  return {
    applicant: definition.applicant ?? {},
    unit: { level, ...unit },
    desks: {},
    cycle: settings.cycle,
    now: definition.now ?? settings.cycle.opensAt,
    case: { tags: [], round: 0, returnedBy: null, vars: {} },
  };
}
