import { asText, isObject, type Json, type JsonObject } from '#core/json/index.ts';
import { childrenOf } from '../editor/children.ts';
import type { Editor } from '../editor/editor.ts';
import type { Home } from '../find/homes.ts';
import { ChangeRefused } from '../refused.ts';

/** Where elements stand: a list, or a map by ids; in an overlay a map laid over a list. */
export type Container = Home & { way: readonly string[] };

const PLACED = ['after', 'before'] as const;

const pathTo = ({ base, way }: Container, ...rest: string[]): string[] => [...base, ...way, ...rest];

/** Whether ids are keys here, and not written into the elements. */
function isMap(editor: Editor, container: Container): boolean {
  const found = editor.value(container.file, pathTo(container));
  return found === undefined ? container.isOverlay : isObject(found);
}

/** Adds an element behind another (null: first; absent: last). Throws where there is one of this id. */
export function addElement(
  editor: Editor,
  container: Container,
  id: string,
  element: JsonObject,
  after?: string | null,
): void {
  const path = pathTo(container, id);
  const before = editor.value(container.file, path);
  if (before !== undefined && before !== null) throw new ChangeRefused('taken', { id }, container.file);
  if (!isMap(editor, container)) {
    if (editor.value(container.file, pathTo(container)) === undefined)
      editor.put(container.file, pathTo(container), []);
    editor.put(container.file, path, element, after);
    return;
  }
  const { id: _id, ...own } = element;
  const isPlaced = container.isOverlay && typeof after === 'string';
  editor.put(
    container.file,
    path,
    isPlaced ? { after, ...own } : own,
    container.isOverlay ? undefined : after,
  );
}

/**
 * Puts other values under keys of an element; null takes one away. Laid over what is inherited, null stays as the word
 * that takes it away.
 */
export function changeElement(editor: Editor, container: Container, id: string, patch: JsonObject): void {
  const path = pathTo(container, id);
  const found = editor.value(container.file, path);
  if (!container.isOverlay && !isObject(found)) throw new ChangeRefused('absent', { at: id }, container.file);
  for (const [key, value] of Object.entries(patch)) {
    if (value !== null || container.isOverlay) editor.put(container.file, [...path, key], value);
    else if (editor.value(container.file, [...path, key]) !== undefined)
      editor.take(container.file, [...path, key]);
  }
}

/**
 * Takes an element out; one that is inherited is taken out with the word for it, `null`. Throws where there is none.
 */
export function removeElement(editor: Editor, container: Container, id: string, isInherited: boolean): void {
  const path = pathTo(container, id);
  const found = editor.value(container.file, path);
  if (isInherited && found !== null) {
    handOnPlace(editor, container, id);
    editor.put(container.file, path, null);
    return;
  }
  if (found === undefined || found === null) throw new ChangeRefused('absent', { at: id }, container.file);
  handOnPlace(editor, container, id);
  editor.take(container.file, path);
}

/** What stood behind an element of an overlay only because it was written next goes on standing where it did. */
function handOnPlace(editor: Editor, container: Container, id: string): void {
  const children = childrenOf(editor.value(container.file, pathTo(container))) ?? [];
  const index = children.findIndex(([key]) => key === id);
  const [own, next] = [children[index]?.[1], children[index + 1]];
  if (!container.isOverlay || !isObject(own) || !next || !isObject(next[1])) return;
  const word = PLACED.find((one) => asText(own[one]) !== undefined);
  const [key, element] = next;
  if (word === undefined || PLACED.some((one) => one in element) || !('title' in element)) return;
  const target: Json = own[word] ?? null;
  if (target !== key) editor.put(container.file, pathTo(container, key, word), target, null);
}

/** Puts elements into this order. In an overlay each is said to stand behind the one before it. */
export function orderElements(editor: Editor, container: Container, order: readonly string[]): void {
  if (!isMap(editor, container) || !container.isOverlay)
    editor.order(container.file, pathTo(container), order);
  else chainElements(editor, container, order);
}

function chainElements(editor: Editor, container: Container, order: readonly string[]): void {
  for (const [index, id] of order.entries()) {
    const [path, before] = [pathTo(container, id), order[index - 1]];
    if (before === undefined) continue;
    if (editor.value(container.file, [...path, 'before']) !== undefined)
      editor.take(container.file, [...path, 'before']);
    editor.put(container.file, [...path, 'after'], before, null);
  }
  const known = childrenOf(editor.value(container.file, pathTo(container)))?.map(([key]) => key) ?? [];
  const rest = known.filter((key) => !order.includes(key));
  // The chain of `after` is read from the first to the last.
  editor.order(container.file, pathTo(container), [...rest, ...order]);
}
