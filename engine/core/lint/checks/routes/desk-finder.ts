import { pointer } from '#core/json/index.ts';
import type { DeskDefinition } from '#core/model/index.ts';
import type { Check, Finding } from '../../context.ts';

type Finder = { self?: true; ancestor?: string[]; child?: string[]; of?: string; from?: string };

/** A desk with no finder or with several, or two desks that are found from each other. */
export const deskFinder: Check = {
  code: 'desk-finder',
  run: ({ routes }) =>
    routes.flatMap((site) =>
      Object.keys(site.route.desks).flatMap((id) => {
        const fault = faultOf(id, site.route.desks);
        return fault ? [{ at: site.pointer + pointer('desks', id, 'find'), sentence: fault }] : [];
      }),
    ),
};

function faultOf(id: string, desks: Record<string, DeskDefinition>): Finding['sentence'] {
  const find = finderOf(id, desks);
  const ways = [find.self, find.ancestor, find.child].filter((way) => way !== undefined).length;
  if (ways !== 1) return 'desk-finder.ways';
  if (find.child && find.of === undefined) return 'desk-finder.of';
  return isCircle(id, desks) ? 'desk-finder.circle' : undefined;
}

function isCircle(start: string, desks: Record<string, DeskDefinition>): boolean {
  const seen = new Set<string>();
  for (
    let id: string | undefined = start;
    id !== undefined;
    id = finderOf(id, desks).of ?? finderOf(id, desks).from
  ) {
    if (seen.has(id)) return true;
    seen.add(id);
  }
  return false;
}

function finderOf(id: string, desks: Record<string, DeskDefinition>): Finder {
  return Object.hasOwn(desks, id) ? ((desks[id]?.find ?? {}) as Finder) : {};
}
