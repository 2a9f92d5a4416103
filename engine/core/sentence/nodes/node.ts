import type { Json } from '#core/model/index.ts';

/** What kind of value stands somewhere; a phrase may depend on it. `desk` is an organisation that may be missing. */
export type Kind = 'any' | 'text' | 'number' | 'date' | 'boolean' | 'list' | 'record' | 'desk';

/** What stands at a place of the data that rules read, and what people call it. */
export type Node = {
  kind: Kind;
  /** Absent for what only groups. */
  title?: string;
  /** The engine's own name for it, which stands in a sentence without quotation marks. */
  plain?: true;
  /** Named only where nothing below it is: the sentence is about something inside it. */
  silent?: true;
  /** The key of a phrase around its name: "number of files for {0}". */
  wrappedIn?: 'fileCount' | 'mark';
  /** What people call one of its values. */
  valueTitle?: (value: Json) => string | undefined;
  /** One step down. */
  below?: (segment: string) => Node | undefined;
  /** One of its elements. */
  element?: Node;
};

export const ANY: Node = { kind: 'any' };

/** A group of named nodes; it has no title itself. */
export function group(nodes: Readonly<Record<string, Node>>, title?: string): Node {
  return {
    kind: 'record',
    ...(title === undefined ? {} : { title }),
    below: (segment) => (Object.hasOwn(nodes, segment) ? nodes[segment] : undefined),
  };
}

/** The first that knows the way on. */
export function either(nodes: readonly Node[]): Node {
  const [first = ANY] = nodes;
  if (nodes.length < 2) return first;
  return {
    ...first,
    below: (segment) => {
      const known = nodes.flatMap((node) => node.below?.(segment) ?? []);
      return known.length === 0 ? undefined : either(known);
    },
  };
}
