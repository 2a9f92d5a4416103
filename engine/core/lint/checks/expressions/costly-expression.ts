import { asList, asObject, asText, isObject } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';
import type { Check, Finding } from '../../context.ts';

/** Pieces of an expression with those that it uses put in their places, and how many may use one another in a row. */
const MOST_PIECES = 1_000;
const DEEPEST = 12;

/** How large an expression is with what it uses, and how many use one another below it. */
type Size = { pieces: number; depth: number };

/**
 * An expression that uses others twice each, which do the same, is small where it is written and takes longer than
 * anybody would wait for where it is evaluated. Asked before anything follows the uses.
 */
export const costlyExpression: Check = {
  code: 'costly-expression',
  run: ({ definition }) => {
    const expressions = asList(definition.expressions as unknown as Json).map(asObject);
    const sizeOf = sizes(new Map(expressions.map(({ id, logic }) => [asText(id) ?? '', logic ?? null])));
    return expressions.flatMap(({ id }, index) =>
      findings(sizeOf(asText(id) ?? ''), `/expressions/${index}/logic`),
    );
  },
};

function findings({ pieces, depth }: Size, at: string): Finding[] {
  if (depth > DEEPEST) return [{ at, sentence: 'costly-expression.depth', params: { depth, most: DEEPEST } }];
  return pieces > MOST_PIECES ? [{ at, sentence: 'costly-expression', params: { most: MOST_PIECES } }] : [];
}

/** Each expression is measured once; one that uses itself ends where it begins again. */
function sizes(logics: Map<string, Json>): (id: string) => Size {
  const known = new Map<string, Size>();
  const sizeOf = (id: string): Size => {
    const found = known.get(id);
    if (found !== undefined) return found;
    known.set(id, { pieces: 0, depth: 0 });
    const size = measured(logics.get(id) ?? null, sizeOf);
    known.set(id, size);
    return size;
  };
  return sizeOf;
}

function measured(logic: Json, sizeOf: (id: string) => Size): Size {
  if (typeof logic !== 'object' || logic === null) return { pieces: 1, depth: 0 };
  const used = isObject(logic) ? asText([logic.use].flat()[0]) : undefined;
  const parts = Object.values(logic).map((part) => measured(part, sizeOf));
  if (used !== undefined) {
    const { pieces, depth } = sizeOf(used);
    parts.push({ pieces, depth: depth + 1 });
  }
  return {
    pieces: parts.reduce((sum, { pieces }) => sum + pieces, 1),
    depth: Math.max(0, ...parts.map(({ depth }) => depth)),
  };
}
