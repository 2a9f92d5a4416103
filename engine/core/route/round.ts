import { asList, asObject, asText, isObject } from '#core/json/index.ts';
import type { Json, JsonObject, RouteDefinition, SectionDefinition } from '#core/model/index.ts';

/** A section, or one field of it. */
export type AnswerPart = { section: string; field?: string | undefined };

/**
 * What of a form holds for one round alone: what a desk's event writes, unless it says `"holds": "case"`, and what
 * says `"holds": "round"` of itself. It is void as soon as the passes of the round are.
 */
export function roundPlaces(route: RouteDefinition, sections: readonly SectionDefinition[]): AnswerPart[] {
  const written = writtenIn(route.machine as Json);
  return sections.flatMap((section) => {
    const fields = Object.keys(section.schema?.properties ?? {});
    const byRule = (field?: string) =>
      written.some((place) => place.section === section.id && place.field === field);
    if (holdsForRound(section.holds, byRule())) return [{ section: section.id }];
    return fields
      .filter((field) => holdsForRound(section.schema?.properties?.[field]?.holds, byRule(field)))
      .map((field) => ({ section: section.id, field }));
  });
}

const holdsForRound = (own: SectionDefinition['holds'], written: boolean): boolean =>
  own === undefined ? written : own === 'round';

/** Where the events of desks write, anywhere in a state. What the applicant alone fires is theirs and stays. */
function writtenIn(state: Json): AnswerPart[] {
  const { on, always, onDone, entry, exit, states } = asObject(state);
  const transitions = [...Object.values(asObject(on)), always, onDone].flatMap(listed).filter(isDesks);
  const actions = [...transitions.map(({ actions: own }) => own), entry, exit].flatMap(listed);
  return [...actions.flatMap(placesOf), ...Object.values(asObject(states)).flatMap(writtenIn)];
}

const listed = (value: Json | undefined): JsonObject[] => [value ?? null].flat().filter(isObject);

function isDesks({ meta }: JsonObject): boolean {
  const by = asObject(meta).by;
  return !isObject(meta) || [by ?? null].flat().some((one) => one !== 'applicant');
}

function placesOf({ type, params }: JsonObject): AnswerPart[] {
  if (type !== 'write') return [];
  return placesNamed(asObject(params));
}

/** The places that the params of `write` and `clear` name. */
export function placesNamed({ section, field }: JsonObject): AnswerPart[] {
  const id = asText(section) ?? '';
  if (field === undefined) return [{ section: id }];
  const fields = typeof field === 'string' ? [field] : asList(field).map(String);
  return fields.map((name) => ({ section: id, field: name }));
}
