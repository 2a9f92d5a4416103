import { fieldAt, fieldNamed } from '#core/form/index.ts';
import { pointer, segmentsOf } from '#core/json/index.ts';
import type { Check, Finding } from '../../context.ts';

/** A rule whose message belongs to a field that does not exist, or that runs per row where there are no rows. */
export const rulePlace: Check = {
  code: 'rule-place',
  run: ({ sections, definition }) => [
    ...sections.flatMap(({ section, record, pointer: at }) =>
      (section.rules ?? []).flatMap((rule, index): Finding[] => {
        const place = at + pointer('rules', index);
        if (rule.per === 'row' && section.kind !== 'table')
          return [{ at: `${place}/per`, sentence: 'rule-place.rows' as const }];
        const list = rule.list === undefined ? undefined : fieldAt(record, segmentsOf(rule.list));
        if ((rule.per === 'item') !== (list?.items?.properties !== undefined))
          return [
            {
              at: `${place}/${rule.list === undefined ? 'per' : 'list'}`,
              sentence: 'rule-place.items' as const,
            },
          ];
        const known =
          rule.at === undefined ||
          section.kind === 'grid' ||
          fieldAt(list?.items ?? record, segmentsOf(rule.at)) !== undefined;
        return known ? [] : [{ at: `${place}/at`, params: { path: rule.at ?? '' } }];
      }),
    ),
    ...definition.categories.flatMap((category, index) =>
      (category.rules ?? []).flatMap((rule, position) => {
        if (rule.at === undefined || standsIn(category.sections, rule.at)) return [];
        return [
          {
            at: pointer('categories', index, 'rules', position, 'at'),
            sentence: 'rule-place.section' as const,
            params: { path: rule.at },
          },
        ];
      }),
    ),
  ],
};

function standsIn(sections: Parameters<typeof fieldNamed>[0], path: string): boolean {
  const [id, ...inside] = segmentsOf(path);
  const section = sections.find((known) => known.id === id);
  if (!section) return false;
  return inside.length === 0 || section.kind !== 'form' || fieldNamed(sections, path) !== undefined;
}
