import { pointer } from '#core/json/index.ts';
import type { DeskDefinition, DeskFinder } from '#core/model/index.ts';
import { findersOf } from '#core/vocabulary/index.ts';
import type { Check, Finding } from '../../context.ts';
import { finderPointer } from '../../walk/finder-pointer.ts';

type Finder = { self?: true; ancestor?: string[]; child?: string[]; of?: string; from?: string };
type Desks = Record<string, DeskDefinition>;

/**
 * A finder that says nothing or several things, one that stands behind another that always finds somebody, or two desks
 * that are found from each other.
 */
export const deskFinder: Check = {
  code: 'desk-finder',
  run: ({ routes }) =>
    routes.flatMap(({ route, pointer: at }) =>
      Object.entries(route.desks).flatMap(([id, desk]) =>
        faultsOf(id, desk, route.desks).map((finding) => ({ ...finding, at: at + finding.at })),
      ),
    ),
};

function faultsOf(id: string, desk: DeskDefinition, desks: Desks): (Finding & { at: string })[] {
  const finders = findersOf(desk);
  const found = finders.flatMap((finder, index) => {
    const sentence = faultOf(finder, finders.slice(0, index));
    return sentence ? [{ at: finderPointer(id, desk, index), sentence }] : [];
  });
  const isCircle = found.length === 0 && leadsTo(id, id, desks, new Set());
  return isCircle ? [{ at: pointer('desks', id, 'find'), sentence: 'desk-finder.circle' }] : found;
}

function faultOf(finder: DeskFinder, before: DeskFinder[]): Finding['sentence'] {
  const { self, ancestor, child, of } = finder as Finder;
  const ways = [self, ancestor, child].filter((way) => way !== undefined).length;
  if (ways !== 1) return 'desk-finder.ways';
  if (child && of === undefined) return 'desk-finder.of';
  const isCertain = before.some((one) => 'self' in one && one.where === undefined);
  return isCertain ? 'desk-finder.never' : undefined;
}

/** Whether looking for a desk comes to look for another. */
function leadsTo(start: string, wanted: string, desks: Desks, seen: Set<string>): boolean {
  const next = namedBy(start, desks);
  if (next.includes(wanted)) return true;
  return next.some((id) => {
    if (seen.has(id)) return false;
    seen.add(id);
    return leadsTo(id, wanted, desks, seen);
  });
}

function namedBy(id: string, desks: Desks): string[] {
  const desk = Object.hasOwn(desks, id) ? desks[id] : undefined;
  const finders = (desk ? findersOf(desk) : []) as Finder[];
  return finders.flatMap(({ of, from }) => [of ?? [], from ?? []].flat());
}
