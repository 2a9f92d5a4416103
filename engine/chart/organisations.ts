import type { Definition, OrganisationKind } from '#core/model/index.ts';
import type { OrganisationNode, OrganisationTree } from '#core/route/index.ts';

/**
 * One organisation of each kind that stands above an applicant of `kind`, named by its kind: enough of a
 * tree to find the desks of a chart. Throws when the kind does not exist.
 */
export function typicalTree(programme: Definition, kind: string): OrganisationTree {
  const kinds = new Map(programme.programme.organisationKinds.map((one) => [one.id, one]));
  if (!kinds.has(kind))
    throw new Error(`Programme "${programme.programme.id}" has no organisation kind "${kind}"`);
  const node = (id: string): OrganisationNode | null => {
    const found = kinds.get(id);
    return found ? organisation(found, programme) : null;
  };
  return { get: node, childrenOf: () => [] };
}

function organisation(kind: OrganisationKind, programme: Definition): OrganisationNode {
  const parentId = kind.parents[0] ?? seededAbove(kind, programme);
  return { id: kind.id, kind: kind.id, level: kind.level, name: kind.title, parentId, status: 'approved' };
}

/** A kind that staff create stands below the kind that creates it. */
function seededAbove(kind: OrganisationKind, programme: Definition): string | null {
  return programme.programme.organisationKinds.find((one) => one.creates?.includes(kind.id))?.id ?? null;
}
