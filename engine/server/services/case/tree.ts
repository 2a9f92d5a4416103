import type { CompiledRoute } from '#core/model/index.ts';
import type { OrganisationNode, OrganisationTree } from '#core/route/index.ts';
import { findersOf } from '#core/vocabulary/index.ts';
import { loadChildren, loadLine, type Organisation, type Tx } from '#server/store/index.ts';

/** An organisation as rules and desks see it: its attributes, overlaid by what the engine itself knows of it. */
export function toNode(one: Organisation): OrganisationNode {
  const status = one.status === 'active' ? 'approved' : one.status;
  const { id, kind, level, name, parentId } = one;
  return { ...one.attributes, id, kind, level, name, parentId, status };
}

/** The part of the tree that a route's desks can reach from an organisation: the line up to the root, and what its desks look for below it. */
export function treeFrom(tx: Tx, unitId: string, route: CompiledRoute): Promise<OrganisationTree> {
  const read = (): Promise<OrganisationTree> => readTree(tx, unitId, route);
  return tx.memory?.derived(`tree ${unitId} ${route.definition.id}`, read) ?? read();
}

async function readTree(tx: Tx, unitId: string, route: CompiledRoute): Promise<OrganisationTree> {
  const line = await loadLine(tx, unitId);
  const finders = Object.values(route.definition.desks).flatMap(findersOf);
  const kinds = finders.flatMap((find) => ('child' in find ? [find.child] : []));
  const known = new Map(line.map((one) => [one.id, one]));
  let parents = line;
  for (let depth = 0; depth < kinds.length && parents.length > 0; depth += 1) {
    parents = await loadChildren(
      tx,
      parents.map(({ id }) => id),
      kinds.flat(),
    );
    for (const one of parents) known.set(one.id, one);
  }
  return treeOf([...known.values()]);
}

function treeOf(known: Organisation[]): OrganisationTree {
  const nodes = new Map(known.map((one) => [one.id, toNode(one)]));
  const byAge = [...known].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  return {
    get: (id) => nodes.get(id),
    childrenOf: (id) => byAge.filter((one) => one.parentId === id).map(toNode),
  };
}
