import { asList, asObject, asText, type JsonObject } from '#core/json/index.ts';
import type { NewKind, NewProgramme, StarterParts } from './plan.ts';

const STAFF = ['review', 'accounts', 'export'];

/** The programme's own file: its name, its tree of organisations, who works there, which are there from the start. */
export function ownProgramme(programme: JsonObject, parts: StarterParts, plan: NewProgramme): JsonObject {
  const { id, title, kinds, topName, units } = plan;
  const known = asList(programme.organisationKinds).map(asObject);
  const others = kinds.filter((kind) => kind.id !== parts.top && kind.id !== parts.applies);
  return {
    ...programme,
    id,
    title,
    organisationKinds: kinds.map((kind) => ownKind(kind, known, plan)),
    roles: [
      ...asList(programme.roles).map((role) => namedAfter(asObject(role), known, kinds)),
      ...others.map((kind) => ({
        ...{ id: kind.id, title: kind.title, kinds: [kind.id], abilities: STAFF },
      })),
    ],
    seed: {
      organisations: [
        { id: parts.top, kind: parts.top, name: topName },
        ...units.map(({ above, ...unit }) => ({ ...unit, parent: above })),
      ],
    },
  };
}

/** People register for a kind that has a form; the others are made by hand under the kind above. */
function ownKind(
  { id, title, above }: NewKind,
  known: JsonObject[],
  { kinds }: Pick<NewProgramme, 'kinds'>,
): JsonObject {
  const starter = known.find((kind) => kind.id === id);
  const creates = kinds
    .filter((kind) => kind.above === id && !known.some((one) => one.id === kind.id))
    .map((kind) => kind.id);
  return {
    ...starter,
    id,
    title,
    level: depthOf(above, kinds),
    parents: above === null || !starter ? [] : [above],
    ...(creates.length > 0 && { creates }),
  };
}

function depthOf(above: string | null, kinds: readonly NewKind[]): number {
  if (above === null) return 0;
  const at = kinds.findIndex(({ id }) => id === above);
  return 1 + depthOf(kinds[at]?.above ?? null, kinds.slice(0, at));
}

/** A role that the starter calls after a kind is called after the kind's own title. */
function namedAfter(role: JsonObject, known: JsonObject[], kinds: NewKind[]): JsonObject {
  const renamed = renamer(known, kinds);
  return { ...role, title: renamed(asText(role.title) ?? '') };
}

/** Texts in which the starter's titles of kinds are the programme's own. */
export function renamer(known: JsonObject[], kinds: NewKind[]): (text: string) => string {
  const pairs = known.flatMap(({ id, title }) => {
    const own = kinds.find((kind) => kind.id === id);
    return own && typeof title === 'string' ? [[title, own.title] as const] : [];
  });
  const titles = new Map(pairs);
  if (titles.size === 0) return (text) => text;
  const pattern = new RegExp(
    [...titles.keys()].map((one) => one.replace(/[^\p{L}\p{N}]/gu, '\\$&')).join('|'),
    'gu',
  );
  return (text) => text.replace(pattern, (one) => titles.get(one) ?? one);
}
