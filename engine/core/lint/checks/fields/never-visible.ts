import { scopeOf } from '#core/compile/index.ts';
import type { LogicScope } from '#core/model/index.ts';
import { neverHolds } from '../../constants.ts';
import type { Check, Finding, LintContext } from '../../context.ts';

/** Something that is never visible; if it is required, it can never be answered. */
export const neverVisible: Check = {
  code: 'never-visible',
  run: (context) => {
    const scope = scopeOf(context.definition);
    return [...hiddenFields(context, scope), ...hiddenParts(context, scope)];
  },
};

function hiddenFields({ fields }: LintContext, scope: LogicScope): Finding[] {
  return fields
    .filter(({ schema }) => neverHolds(schema.visibleWhen, scope))
    .map(({ pointer, required }) => ({
      at: `${pointer}/visibleWhen`,
      sentence: required ? 'never-visible.required' : 'never-visible',
      severity: required ? 'error' : 'warning',
    }));
}

function hiddenParts({ sections }: LintContext, scope: LogicScope): Finding[] {
  return sections.flatMap(({ section, pointer }) => [
    ...(neverHolds(section.visibleWhen, scope)
      ? [
          {
            at: `${pointer}/visibleWhen`,
            severity: 'warning' as const,
          },
        ]
      : []),
    ...(section.slots ?? []).flatMap((slot, index) =>
      neverHolds(slot.visibleWhen, scope)
        ? [
            {
              at: `${pointer}/slots/${index}/visibleWhen`,
              severity: 'warning' as const,
            },
          ]
        : [],
    ),
  ]);
}
