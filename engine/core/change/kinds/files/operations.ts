import { isObject, type Json, type JsonObject, pointer, segmentsOf } from '#core/json/index.ts';
import { childrenOf } from '../../editor/children.ts';
import type { Editor } from '../../editor/editor.ts';
import { ChangeRefused } from '../../refused.ts';

/**
 * Carries out one operation of a JSON patch (RFC 6902: `add`, `replace`, `remove`). Lists that get longer or shorter
 * are put anew as a whole. Throws ChangeRefused where it names nothing.
 */
export function carryOut(editor: Editor, file: string, { op, path, value }: JsonObject): void {
  if (typeof path !== 'string' || (op !== 'remove' && value === undefined)) throw misfit(file, String(path));
  const segments = segmentsOf(path);
  const keys = keysOf(editor, file, segments.slice(0, -1));
  const parent = editor.value(file, keys);
  const last = segments.at(-1) ?? '';
  if (segments.length === 0) editor.put(file, [], value ?? null);
  else if (!Array.isArray(parent) || op === 'replace')
    carryOutAt(editor, file, [...keys, keyAt(parent, last)], { op: op ?? null, value: value ?? null });
  else {
    const index = last === '-' ? parent.length : Number(last);
    if (!(index >= 0 && index <= parent.length)) throw misfit(file, path);
    editor.put(file, keys, spliced(parent, index, op === 'remove' ? undefined : value));
  }
}

function carryOutAt(editor: Editor, file: string, way: string[], { op, value = null }: JsonObject): void {
  const isThere = editor.value(file, way) !== undefined;
  if (op === 'remove' && isThere) editor.take(file, way);
  else if ((op === 'replace' && isThere) || op === 'add') editor.put(file, way, value);
  else throw misfit(file, pointer(...way));
}

/** The operations that make one value of another, byte for byte: also the order of keys. */
export function operationsBetween(before: Json, after: Json, path: readonly string[] = []): JsonObject[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const whole = [{ op: 'replace', path: pointer(...path), value: after }];
  if (Array.isArray(before) && Array.isArray(after))
    return before.length === after.length
      ? before.flatMap((one, index) => operationsBetween(one, after[index] ?? null, [...path, String(index)]))
      : whole;
  if (!isObject(before) || !isObject(after)) return whole;
  const [was, is] = [Object.keys(before), Object.keys(after)];
  const patched = [...was.filter((key) => is.includes(key)), ...is.filter((key) => !was.includes(key))];
  if (patched.some((key, index) => key !== is[index])) return whole;
  return [
    ...was.filter((key) => !is.includes(key)).map((key) => ({ op: 'remove', path: pointer(...path, key) })),
    ...is.flatMap((key) => memberOperations(before[key], after[key] ?? null, [...path, key])),
  ];
}

function memberOperations(before: Json | undefined, after: Json, path: string[]): JsonObject[] {
  if (before !== undefined) return operationsBetween(before, after, path);
  return [{ op: 'add', path: pointer(...path), value: after }];
}

function spliced(list: Json[], index: number, value: Json | undefined): Json[] {
  return value === undefined
    ? [...list.slice(0, index), ...list.slice(index + 1)]
    : [...list.slice(0, index), value, ...list.slice(index)];
}

/** The way by keys that a pointer with numbers takes. */
function keysOf(editor: Editor, file: string, segments: string[]): string[] {
  const way: string[] = [];
  for (const segment of segments) way.push(keyAt(editor.value(file, way), segment));
  return way;
}

function keyAt(container: Json | undefined, segment: string): string {
  if (!Array.isArray(container)) return segment;
  return childrenOf(container)?.[Number(segment)]?.[0] ?? segment;
}

const misfit = (file: string, path: string): ChangeRefused =>
  new ChangeRefused('no-operation', { at: path }, file, path);
