import type { Definition } from '#core/model/index.ts';
import type { Node } from './node.ts';

/** What has no definition with a title of its own is called as the programme's `titles` say, by its path. */
export function titledNode(path: string, definition: Definition, node: Node): Node {
  const { titles = {} } = definition.programme;
  const title = Object.hasOwn(titles, path) ? titles[path] : undefined;
  return {
    ...node,
    ...(title === undefined ? {} : { title }),
    below: (segment) => {
      const inner = `${path}.${segment}`;
      const known = node.below?.(segment);
      const isTitled = Object.keys(titles).some((key) => key === inner || key.startsWith(`${inner}.`));
      return known || isTitled ? titledNode(inner, definition, known ?? { kind: 'any' }) : undefined;
    },
  };
}
