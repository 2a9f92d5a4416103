import type { CodeList, Definition } from '#core/model/index.ts';
import type { SentenceWords } from '../locales/index.ts';
import { ANY, type Kind, type Node } from './node.ts';
import { titledNode } from './titled.ts';

/** A value that is a code of the list. */
export function entryNode(list: CodeList): Node {
  return { kind: 'text', valueTitle: (value) => list.entries.find((entry) => entry.code === value)?.title };
}

/** What the entries of a list have under a name; its values by the titles that the programme gives them. */
export function attributeNode(
  list: CodeList,
  attribute: string,
  definition: Definition,
  words: SentenceWords,
): Node {
  if (attribute === 'title') return { kind: 'text', title: words.names['code.title'], plain: true };
  const titles = titledNode(`code.${list.id}.${attribute}`, definition, ANY);
  const valueTitle: Node['valueTitle'] = (value) => titles.below?.(String(value))?.title;
  const values = list.entries.map((entry) => entry[attribute]).filter((value) => value !== undefined);
  const kind: Kind = kindOf(values[0]);
  return {
    kind,
    title: titles.title ?? attribute,
    valueTitle,
    ...(kind === 'list' ? { element: { kind: 'text', valueTitle } } : {}),
  };
}

function kindOf(value: unknown): Kind {
  if (Array.isArray(value)) return 'list';
  const type = typeof value;
  if (type === 'boolean' || type === 'number') return type;
  return type === 'string' ? 'text' : 'any';
}
