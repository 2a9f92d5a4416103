import { asObject, isObject, pointer } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';
import type { Check, LintContext } from '../../context.ts';
import { names } from '../../walk/states.ts';

/** A rule asks for a tag that no state of any route carries. */
export const unknownTag: Check = {
  code: 'unknown-tag',
  run: (context) => {
    const known = tagsOf(context);
    return context.logics.flatMap(({ logic, pointer: at }) =>
      asked(logic, at)
        .filter(({ tag }) => !known.has(tag))
        .map(({ tag, at: place }) => ({ at: place, params: { tag } })),
    );
  },
};

function tagsOf({ routes }: LintContext): Set<string> {
  return new Set(routes.flatMap((site) => site.states.flatMap((state) => names(state.state.tags))));
}

/** `{ "in": ["official", { "var": "case.tags" }] }`, wherever it stands in the expression. */
function asked(logic: Json, at: string): { tag: string; at: string }[] {
  if (Array.isArray(logic)) return logic.flatMap((item, index) => asked(item, at + pointer(index)));
  if (!isObject(logic)) return [];
  const [tag, list] = Array.isArray(logic.in) ? logic.in : [];
  const own =
    typeof tag === 'string' && asObject(list).var === 'case.tags' ? [{ tag, at: `${at}/in/0` }] : [];
  return [...own, ...Object.entries(logic).flatMap(([key, value]) => asked(value, at + pointer(key)))];
}
