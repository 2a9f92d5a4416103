import { asList, asObject, asText, isObject, type Json, type JsonObject } from '#core/json/index.ts';
import { cyclesOf } from '#core/vocabulary/index.ts';
import { findPart, type Part, partsOf, type Reading } from '../find/parts.ts';
import { patchOf } from '../kinds/files/change-cases.ts';
import type { Change } from '../model.ts';
import { isConcerned } from './concerned.ts';
import type { Mend } from './mend.ts';

const FILE = 'demo.json';
const REGISTERED = ['organisations', 'people'];

/** By file, what demonstrations need so that everybody in them registers with the answers that are asked for. */
export function demonstrationPatches(
  files: Reading,
  change: Change,
  mend: Mend,
): [file: string, patch: JsonObject][] {
  return demonstrationsOf(files, change).flatMap(({ path, shown, part }) => {
    const patches = REGISTERED.flatMap((list): [string, Json][] => {
      const patch = listPatch(asList(shown[list]), (one) => registered(one, files, change, mend, part));
      return Object.keys(patch).length > 0 ? [[list, patch]] : [];
    });
    return patches.length > 0 ? [[path, Object.fromEntries(patches)] as [string, JsonObject]] : [];
  });
}

/** In order, a demonstration that a cycle does not have of its own is that of the newest. */
function demonstrationsOf(files: Reading, change: Change) {
  const named = asText(change.cycle);
  const all = named === undefined ? partsOf(files).filter(({ kind }) => kind === 'demo') : [];
  const one = named === undefined ? undefined : findPart(files, 'demo', FILE, named);
  const newest = cyclesOf(files.paths()).at(-1);
  return [...all, ...(one ? [one] : [])].map((part) => ({
    path: named === undefined ? part.path : `${named}/${FILE}`,
    shown: asObject(files.value(part.path)),
    part: {
      ...part,
      ...((named ?? part.cycle ?? newest) && { cycle: named ?? part.cycle ?? newest }),
    } as Part,
  }));
}

function registered(one: JsonObject, files: Reading, change: Change, mend: Mend, part: Part): JsonObject {
  const form = asText(one.form);
  if (form === undefined || !isObject(one.sections)) return one;
  if (!isConcerned(files, form, asText(change.cycle), change)) return one;
  const { sections } = mend({ sections: one.sections }, change, files, part);
  return { ...one, sections: sections ?? {} };
}

/** By id, what differs afterwards. */
function listPatch(list: Json[], update: (one: JsonObject) => JsonObject): JsonObject {
  const patches = list.filter(isObject).map((one) => [String(one.id), patchOf(one, update(one))] as const);
  return Object.fromEntries(patches.filter(([, patch]) => Object.keys(patch).length > 0));
}
