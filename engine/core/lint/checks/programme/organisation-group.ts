import { pointer } from '#core/json/index.ts';
import type { Check } from '../../context.ts';

/** A kind that stands in two groups would be found in one of them only; two groups of one id are one. */
export const organisationGroup: Check = {
  code: 'organisation-group',
  run: ({ definition: { programme } }) => {
    const groups = programme.organisationGroups ?? [];
    const firstWith = (kind: string) => groups.findIndex(({ kinds }) => kinds.includes(kind));
    return groups.flatMap(({ id, kinds }, index) => {
      const at = pointer('programme', 'organisationGroups', index);
      const twice = groups.findIndex((group) => group.id === id) < index;
      const again = kinds.flatMap((kind, position) =>
        firstWith(kind) < index ? [{ at: `${at}/kinds/${position}`, params: { kind } }] : [],
      );
      return twice
        ? [{ at: `${at}/id`, sentence: 'organisation-group.id' as const, params: { id } }, ...again]
        : again;
    });
  },
};
