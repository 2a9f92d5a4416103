import type { Json, JsonObject } from '#core/model/index.ts';

/** A piece of compiled logic: `data` is the element inside iterations, `root` is always the rule's own data. */
export type Run = (data: Json, root: JsonObject) => Json;

/** A piece that may be known already when it is compiled. */
export type Node = { run: Run; constant?: { value: Json } };

export function constant(value: Json): Node {
  return { run: () => value, constant: { value } };
}
