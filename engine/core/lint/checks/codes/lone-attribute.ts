import { pointer } from '#core/json/index.ts';
import type { CodeList } from '#core/model/index.ts';
import type { Check, Finding } from '../../context.ts';
import { meantHint } from '../../nearest.ts';

const OWN = ['code', 'title', 'validFrom', 'validTo', 'successor', 'parent', 'source'];

/** An entry lacks an attribute that the others have, and has one of its own with nearly the same spelling. */
export const loneAttribute: Check = {
  code: 'lone-attribute',
  run: ({ definition }) =>
    definition.codes.flatMap((list, index) => checkCodes(list, pointer('codes', index))),
};

function checkCodes(list: CodeList, at: string): Finding[] {
  const counts = new Map<string, number>();
  for (const key of list.entries.flatMap(Object.keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const shared = [...counts].filter(([, count]) => count > 1).map(([key]) => key);
  return list.entries.flatMap((entry, position) => {
    const alone = Object.keys(entry).filter((key) => counts.get(key) === 1 && !OWN.includes(key));
    return alone.flatMap((key) => {
      const meant = meantHint(
        key,
        [...OWN, ...shared].filter((known) => !Object.hasOwn(entry, known)),
      );
      if (meant.hint === undefined) return [];
      const place = at + pointer('entries', position, key);
      return [{ at: place, params: { attribute: key }, ...meant, severity: 'warning' as const }];
    });
  });
}
