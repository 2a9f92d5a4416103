import type { OrganisationKind, RoleDefinition } from '#core/model/index.ts';
import { useEditionSource, useProgramme, useSession } from '#renderer/api/index.ts';

/** What the staff of an organisation may do with accounts. */
export type UnitRules = {
  /** The organisation whose staff this person is. */
  id: string | null;
  /** It is below nobody. */
  isRoot: boolean;
  /** Roles that people of this unit may be given. */
  roles: RoleDefinition[];
  /** Kinds of unit that may be created by hand below this one. */
  creates: OrganisationKind[];
  kinds: OrganisationKind[];
  /** Whether an account is that of a unit's staff, and not of a person who only belongs to it. */
  isStaff: (role: string) => boolean;
};

const NO_PROGRAMME = { organisationKinds: [] as OrganisationKind[], roles: [] as RoleDefinition[] };

/** What the programme lets this person's unit do with accounts; empty until it was read. */
export function useUnit(): UnitRules {
  const view = useProgramme().data;
  const source = useEditionSource(view?.edition ?? '', view?.accountForms[0]?.id, view !== undefined);
  const organisation = useSession().data?.organisation ?? null;
  const { organisationKinds, roles } = source.data?.definition.programme ?? NO_PROGRAMME;
  const kind = organisationKinds.find((one) => one.id === organisation?.kind);
  return {
    id: organisation?.id ?? null,
    isRoot: organisation !== null && kind?.parents.length === 0 && organisation.path.length === 0,
    roles: roles.filter((role) => kind && role.kinds?.includes(kind.id)),
    creates: organisationKinds.filter((one) => kind?.creates?.includes(one.id)),
    kinds: organisationKinds,
    isStaff: (id) => roles.find((role) => role.id === id)?.kinds !== undefined,
  };
}
