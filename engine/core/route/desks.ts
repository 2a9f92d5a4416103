import { compileLogic, evaluating } from '#core/compile/index.ts';
import { ruleData } from '#core/evaluate/index.ts';
import type { CompiledEdition, DeskFinder, JsonObject, Logic, RouteDefinition } from '#core/model/index.ts';
import { findersOf } from '#core/vocabulary/index.ts';
import { holds } from './call.ts';

/** An organisation as routes see it: plain values, its attributes beside them. */
export type OrganisationNode = JsonObject & {
  id: string;
  kind: string;
  level: number;
  name: string;
  parentId: string | null;
  status: string;
};

/** The part of the organisation tree that a route looks at. Children come always in the same order. */
export type OrganisationTree = {
  get: (id: string) => OrganisationNode | null | undefined;
  childrenOf: (id: string) => OrganisationNode[];
};

type Found = Record<string, string | null>;

/**
 * Finds the organisation that holds each desk, from the applicant's organisation: of several ways the first that finds
 * somebody. Only approved ones count; null where nobody is found. Throws when desks look for each other in a circle.
 */
export function resolveDesks(
  edition: CompiledEdition,
  route: RouteDefinition,
  unitId: string,
  tree: OrganisationTree,
): Found {
  const found: Found = {};
  const open = new Set<string>();
  const find = (desk: string): string | null => {
    const known = found[desk];
    if (known !== undefined) return known;
    const definition = route.desks[desk];
    if (!definition || open.has(desk)) throw new Error(`Route "${route.id}": desk "${desk}" cannot be found`);
    open.add(desk);
    const surroundings = { edition, unitId, tree, find };
    let organisation: OrganisationNode | undefined;
    for (const finder of findersOf(definition)) organisation ??= search(finder, surroundings);
    found[desk] = organisation?.id ?? null;
    return organisation?.id ?? null;
  };
  evaluating(edition.scope, () => {
    for (const desk of Object.keys(route.desks)) find(desk);
  });
  return found;
}

type Surroundings = {
  edition: CompiledEdition;
  unitId: string;
  tree: OrganisationTree;
  find: (desk: string) => string | null;
};

function search(finder: DeskFinder, surroundings: Surroundings): OrganisationNode | undefined {
  const serves = servesWhere(finder.where, surroundings.edition);
  if ('self' in finder) return [surroundings.tree.get(surroundings.unitId)].filter(present).find(serves);
  if ('ancestor' in finder)
    return ancestors(finder, surroundings).find((one) => finder.ancestor.includes(one.kind) && serves(one));
  const parent = surroundings.find(finder.of);
  if (parent === null) return undefined;
  return surroundings.tree.childrenOf(parent).find((one) => finder.child.includes(one.kind) && serves(one));
}

function ancestors(
  finder: { orSelf?: boolean; from?: string },
  surroundings: Surroundings,
): OrganisationNode[] {
  const start = finder.from === undefined ? surroundings.unitId : surroundings.find(finder.from);
  const line: OrganisationNode[] = [];
  let next = start === null ? undefined : surroundings.tree.get(start);
  while (next && !line.includes(next)) {
    line.push(next);
    next = next.parentId === null ? undefined : surroundings.tree.get(next.parentId);
  }
  return finder.orSelf ? line : line.slice(1);
}

function servesWhere(
  where: Logic | undefined,
  edition: CompiledEdition,
): (unit: OrganisationNode) => boolean {
  const rule = where === undefined ? null : compileLogic(where, edition.scope).run;
  return (unit) => unit.status === 'approved' && (rule === null || holds(rule, ruleData(edition, { unit })));
}

function present(unit: OrganisationNode | null | undefined): unit is OrganisationNode {
  return unit !== null && unit !== undefined;
}
