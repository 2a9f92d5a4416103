import { ownChoices } from '#core/form/index.ts';
import { pointer } from '#core/json/index.ts';
import type { FieldSchema } from '#core/model/index.ts';
import { widgets } from '#core/vocabulary/index.ts';
import type { Check, Finding, LintContext } from '../../context.ts';
import { type HintSite, hintsOf } from '../../hints.ts';

const COMMON = ['widget', 'width', 'span', 'help', 'order'];

/** Widgets that let people choose from a list. */
const LISTS = ['select', 'radio', 'checkboxes'];

/** A widget for a type that it cannot draw, or with options that it does not have. */
export const unfitWidget: Check = {
  code: 'unfit-widget',
  run: (context) => [...hintsOf(context).flatMap(checkHint), ...pickers(context)],
};

/** Answers of an application hold an id where a registration holds a place in the tree: prints would show it. */
function pickers({ sections }: LintContext): Finding[] {
  const elsewhere = sections.filter(({ category }) => category.account === undefined);
  return elsewhere.flatMap(({ section, pointer: at }) =>
    Object.entries(section.ui ?? {})
      .filter(([, { widget }]) => widget === 'organisation')
      .map(([path]) => ({
        at: `${at}/ui${pointer(path, 'widget')}`,
        sentence: 'unfit-widget.picker' as const,
        hint: { sentence: 'picker' as const },
      })),
  );
}

function checkHint({ hint, schema, at }: HintSite): Finding[] {
  if (hint.widget === undefined && schema) return idleOptions({ hint, schema, at });
  const widget = widgets.get(hint.widget ?? '');
  if (!widget || !schema?.type) return [];
  const strange = optionsOf(hint).filter((key) => !widget.options.includes(key));
  return [
    ...(widget.types.includes(schema.type)
      ? []
      : [
          {
            at: `${at}/widget`,
            sentence: 'unfit-widget.type' as const,
            params: { widget: widget.name, type: schema.type },
          },
        ]),
    ...(LISTS.includes(widget.name) && !offers(schema)
      ? [
          {
            at: `${at}/widget`,
            sentence: 'unfit-widget.choices' as const,
            params: { widget: widget.name },
          },
        ]
      : []),
    ...strange.map((key) => ({
      at: `${at}/${key}`,
      sentence: 'unfit-widget.option' as const,
      params: { widget: widget.name, option: key },
    })),
  ];
}

const optionsOf = (hint: HintSite['hint']): string[] =>
  Object.keys(hint).filter((key) => !COMMON.includes(key));

/** Options where no widget is named, and none that has them draws such a field. */
function idleOptions({
  hint,
  schema,
  at,
}: Pick<HintSite, 'hint' | 'at'> & { schema: FieldSchema }): Finding[] {
  const { type = 'object' } = schema;
  const drawn = [...widgets.values()].filter(({ types }) => types.includes(type) && !offers(schema));
  return optionsOf(hint)
    .filter((key) => !drawn.some(({ options }) => options.includes(key)))
    .map((option) => ({ at: `${at}/${option}`, sentence: 'unfit-widget.idle' as const, params: { option } }));
}

/** Whether there is something to choose from: a code list, an enumeration, or yes and no. */
function offers(schema: FieldSchema): boolean {
  const listed = (schema.type === 'array' ? schema.items : schema) ?? {};
  return listed.type === 'boolean' || listed.code !== undefined || ownChoices(listed) !== undefined;
}
