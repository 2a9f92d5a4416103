import { formatJson, type Json, type JsonObject, pointer, sameJson } from '#core/json/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import type { LeafEffect, Neighbours } from '../model.ts';
import { ChangeRefused } from '../refused.ts';
import { type Children, childOf, childrenOf, ofChildren, updatedByKeys, valueByKeys } from './children.ts';
import { spanAt } from './spans.ts';

/** Files while a change is made: what it puts, takes and moves is written down as leaf effects. */
export type Editor = {
  /** The paths of all files. */
  paths(): string[];
  /** What stands there: of a text file its text at the empty way. */
  value(file: string, path?: readonly string[]): Json | undefined;
  /** Puts a value there: in the place of what stands there, else behind that key (null: first; absent: last). */
  put(file: string, path: readonly string[], value: Json, behind?: string | null): void;
  /** Takes out what stands there. Throws ChangeRefused where nothing does. */
  take(file: string, path: readonly string[]): void;
  /** Puts those of these keys that are there into this order, first of all others that stand behind them. */
  order(file: string, path: readonly string[], keys: readonly string[]): void;
  /** Calls what stands there otherwise. */
  rename(file: string, path: readonly string[], name: string): void;
  /** Puts another text at a span. */
  respan(file: string, start: number, end: number, text: string): void;
  /** A new file: JSON, or the text of any other; `made`: only so that something can be changed in it. Throws where there is one. */
  add(file: string, content: Json, made?: true): void;
  remove(file: string): void;
  effects(): LeafEffect[];
  files(): SourceFile[];
};

/** An editor of these files, which stay as they are. */
export function createEditor(files: readonly SourceFile[]): Editor {
  const now = new Map(files.map((file) => [file.path, file]));
  const done: LeafEffect[] = [];

  const contentOf = (file: string): Json | undefined => {
    const found = now.get(file);
    return found && (isJson(file) ? found.json : found.text);
  };
  const write = (file: string, content: Json): void => void now.set(file, fileOf(file, content));
  const updateAt = (file: string, path: readonly string[], update: (found: Json) => Json): void =>
    write(file, updatedByKeys(contentOf(file) ?? null, path, update));
  const value = (file: string, path: readonly string[] = []) => valueByKeys(contentOf(file), path);
  const demand = (file: string, path: readonly string[]): Json => {
    const found = value(file, path);
    if (found === undefined)
      throw new ChangeRefused('absent', { at: pointer(...path) }, file, pointer(...path));
    return found;
  };

  function putChild(file: string, path: readonly string[], next: Json, behind?: string | null, made?: true) {
    const [parent, key] = [path.slice(0, -1), path.at(-1) ?? ''];
    makeParents(file, parent);
    updateAt(file, parent, (found) => {
      const children = childrenOf(found) ?? [];
      return ofChildren(found, inserted(children, [key, next], behind));
    });
    const neighbours = neighboursOf(value(file, parent), key);
    done.push({
      type: 'value',
      file,
      at: pointer(...path),
      after: next,
      neighbours,
      ...(made && { made }),
    });
  }

  function makeParents(file: string, path: readonly string[]): void {
    if (contentOf(file) === undefined) throw new ChangeRefused('no-file', { file }, file);
    for (const length of path.keys()) {
      const way = path.slice(0, length + 1);
      if (value(file, way) === undefined) putChild(file, way, {}, undefined, true);
    }
    if (!childrenOf(value(file, path)))
      throw new ChangeRefused('no-container', { at: pointer(...path) }, file, pointer(...path));
  }

  return {
    paths: () => [...now.keys()],
    value,
    put(file, path, next, behind) {
      const before = value(file, path);
      if (before === undefined && path.length > 0) return putChild(file, path, next, behind);
      if (before !== undefined && sameBytes(before, next)) return;
      updateAt(file, path, () => next);
      done.push({ type: 'value', file, at: pointer(...path), before: before ?? null, after: next });
    },
    take(file, path) {
      const before = demand(file, path);
      const [parent, key] = [path.slice(0, -1), path.at(-1) ?? ''];
      const neighbours = neighboursOf(value(file, parent), key);
      updateAt(file, parent, (found) =>
        ofChildren(
          found,
          (childrenOf(found) ?? []).filter(([known]) => known !== key),
        ),
      );
      done.push({ type: 'value', file, at: pointer(...path), before, neighbours });
    },
    order(file, path, keys) {
      const children = childrenOf(demand(file, path)) ?? [];
      const before = children.map(([key]) => key);
      const after = orderedLike(before, keys);
      if (sameJson(before, after)) return;
      const byKey = new Map(children);
      updateAt(file, path, (found) =>
        ofChildren(
          found,
          after.map((key) => [key, byKey.get(key) ?? null]),
        ),
      );
      done.push({ type: 'order', file, at: pointer(...path), before, after });
    },
    rename(file, path, name) {
      demand(file, path);
      const [parent, key] = [path.slice(0, -1), path.at(-1) ?? ''];
      if (key === name) return;
      if (value(file, [...parent, name]) !== undefined)
        throw new ChangeRefused('taken', { id: name }, file, pointer(...path));
      updateAt(file, parent, (found) => renamedChild(found, key, name));
      done.push({ type: 'name', file, at: pointer(...path), before: key, after: name });
    },
    respan(file, start, end, text) {
      const whole = String(contentOf(file) ?? '');
      done.push({ type: 'span', file, at: '', ...spanAt(whole, start, end, text), after: text });
      write(file, whole.slice(0, start) + text + whole.slice(end));
    },
    add(file, content, made) {
      if (now.has(file)) throw new ChangeRefused('file-there', { file }, file);
      write(file, content);
      done.push({ type: 'value', file, at: '', after: content, ...(made && { made }) });
    },
    remove(file) {
      const before = contentOf(file);
      if (before === undefined) throw new ChangeRefused('no-file', { file }, file);
      now.delete(file);
      done.push({ type: 'value', file, at: '', before });
    },
    effects: () => done,
    files: () => inOrder(files, now),
  };
}

export const isJson = (file: string): boolean => file.endsWith('.json');

function fileOf(path: string, content: Json): SourceFile {
  return isJson(path) ? { path, json: content, text: formatJson(content) } : { path, text: String(content) };
}

/** With one more child: behind that key (null: first), else last. */
function inserted(children: Children, child: Children[number], behind?: string | null): Children {
  const index = children.findIndex(([key]) => key === behind);
  const at = behind === null ? 0 : index < 0 ? children.length : index + 1;
  return [...children.slice(0, at), child, ...children.slice(at)];
}

function neighboursOf(container: Json | undefined, key: string): Neighbours {
  const keys = (childrenOf(container) ?? []).map(([known]) => known);
  const index = keys.indexOf(key);
  return { behind: keys[index - 1] ?? null, ahead: keys[index + 1] ?? null };
}

/** What is named stands as named, from where the first of it stood; everything else keeps its order. */
function orderedLike(known: readonly string[], wanted: readonly string[]): string[] {
  const moved = wanted.filter((key) => known.includes(key));
  let next = 0;
  return known.map((key) => (moved.includes(key) ? (moved[next++] ?? key) : key));
}

function renamedChild(container: Json, key: string, name: string): Json {
  if (!Array.isArray(container))
    return Object.fromEntries(
      (childrenOf(container) ?? []).map(([known, child]) => [known === key ? name : known, child]),
    );
  const children = childrenOf(container) ?? [];
  return children.map(([known, child]) => (known === key ? renamedElement(child, key, name) : child));
}

/** An element under another id, code or title: whichever it goes by. */
function renamedElement(element: Json, key: string, name: string): Json {
  if (typeof element === 'string') return name;
  const word = ['id', 'code', 'at', 'title'].find((one) => childOf(element, one) === key);
  if (word === undefined) return element;
  return { ...(element as JsonObject), [word]: name };
}

const sameBytes = (a: Json, b: Json): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** The files in the order of their folder: those that were there as they were, new ones where they would be read. */
function inOrder(files: readonly SourceFile[], now: ReadonlyMap<string, SourceFile>): SourceFile[] {
  const known = new Set(files.map(({ path }) => path));
  const stayed = files.flatMap(({ path }) => now.get(path) ?? []);
  const added = [...now.values()].filter(({ path }) => !known.has(path));
  if (added.length === 0) return stayed;
  return [...stayed, ...added].sort((a, b) => comparePaths(a.path, b.path));
}

/** As a folder is read: part by part. */
export function comparePaths(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  const at = left.findIndex((part, index) => part !== right[index]);
  if (at < 0) return left.length - right.length;
  return (left[at] ?? '') < (right[at] ?? '') ? -1 : 1;
}
