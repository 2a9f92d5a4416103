import { widgets } from '../../vocabulary/index.ts';
import type { Check, Finding } from '../context.ts';
import { type HintSite, hintsOf } from '../hints.ts';

const COMMON = ['widget', 'width', 'span', 'help', 'placeholder', 'order', 'parents', 'kinds'];

/** A widget on a type that it cannot draw, or with options that it does not have. */
export const unfitWidget: Check = { code: 'unfit-widget', run: (context) => hintsOf(context).flatMap(judge) };

function judge({ hint, schema, at }: HintSite): Finding[] {
  const widget = widgets.get(hint.widget ?? '');
  if (!widget || !schema?.type) return [];
  const strange = Object.keys(hint).filter((key) => !COMMON.includes(key) && !widget.options.includes(key));
  return [
    ...(widget.types.includes(schema.type)
      ? []
      : [
          {
            at: `${at}/widget`,
            message: `Widget "${widget.name}" cannot draw a value of type ${schema.type}`,
          },
        ]),
    ...strange.map((key) => ({
      at: `${at}/${key}`,
      message: `Widget "${widget.name}" has no option "${key}"`,
    })),
  ];
}
