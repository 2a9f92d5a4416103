import { readPaths, readsWhole } from '#core/compile/index.ts';
import { answerNamed } from '#core/form/index.ts';
import type { CompiledCategory, CompiledEdition, CompiledStep } from '#core/model/index.ts';

/** Of a case these change with its own steps alone; who stands at its desks and what they are called does not. */
const OF_STEPS = ['state', 'title', 'tags', 'round', 'acted', 'returnedBy', 'enteredAt', 'vars'];
/** An edition has these for ever; when its cycle is open is changed outside of it. */
const MOVING = ['opensAt', 'closesAt', 'returnedUntil'];

const found = new WeakMap<CompiledCategory, boolean>();

/**
 * Whether what lists show of a form follows from the answers of the case, where it stands, and its edition: then it is
 * written beside the case. Where a condition or a computed value on the way to it reads the applicant, the organisation,
 * files or the time, it is computed when it is read.
 */
export function listingFollows(edition: CompiledEdition, category: CompiledCategory): boolean {
  const known = found.get(category);
  if (known !== undefined) return known;
  const follows = (category.definition.summary ?? []).every(({ at }) => {
    const segments = answerNamed(category.sections, at)?.segments ?? [];
    return placeFollows({ edition, category, seen: new Set() }, segments);
  });
  found.set(category, follows);
  return follows;
}

type Walk = { edition: CompiledEdition; category: CompiledCategory; seen: Set<string> };

/** Every step that has a part in what stands here, and all that those read. */
function placeFollows(walk: Walk, [section = '', ...path]: readonly string[]): boolean {
  const key = [section, ...path].join('/');
  if (walk.seen.has(key)) return true;
  walk.seen.add(key);
  if (section === '') return false;
  const { expressions } = walk.edition.scope;
  return walk.category.steps
    .filter((step) => step.section === section && touches(step, path))
    .every(({ logic: { logic } }) => {
      if (readsWhole(logic, expressions)) return false;
      return readPaths(logic, expressions).every((read) => readFollows(walk, section, read.split('.')));
    });
}

/** Of a form only the fields on the same way; in rows, lists and grids every step. */
function touches({ field, list, item, slot }: CompiledStep, path: readonly string[]): boolean {
  if (slot !== undefined) return false;
  if (field === undefined || list !== undefined || item !== undefined || path.includes('*')) return true;
  return field.segments.every((key, at) => path[at] === undefined || path[at] === key);
}

function readFollows(walk: Walk, section: string, [head = '', ...rest]: string[]): boolean {
  if (head === 'application') return placeFollows(walk, rest);
  if (head === 'section') return placeFollows(walk, [section, ...rest]);
  if (['row', 'item', 'cells'].includes(head)) return placeFollows(walk, [section]);
  if (head === 'case') return OF_STEPS.includes(rest[0] ?? '');
  return head === 'cycle' && rest.length > 0 && !MOVING.includes(rest[0] ?? '');
}
