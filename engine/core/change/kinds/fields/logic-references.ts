import { asText, isObject, type Json, type JsonObject } from '#core/json/index.ts';
import type { Renamed } from './renamed.ts';

const ITERATING = new Set(['map', 'filter', 'all', 'some', 'none', 'reduce']);
/** What is read of an element inside `reduce`. */
const ELEMENTS = ['', 'current.'];

/** Where logic stands: `own` reads its section and its row besides, `item` the item of the list in which it stands. */
type Scope = 'elsewhere' | 'own' | 'item';

/** The same file in which logic, pointers and effects name a field anew. */
export function renamedInLogic(value: Json, renamed: Renamed, scope: Scope = 'elsewhere'): Json {
  return inValue(value, patternsOf(renamed, scope), renamed);
}

/** A name as it stands in a pattern, whatever signs are in it. */
const literal = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

type Patterns = { path: RegExp; pointer: RegExp; lists: string[]; to: string };

function patternsOf(renamed: Renamed, scope: Scope): Patterns {
  const { section, field, to } = renamed;
  const own = literal(section);
  const { list, inner } = stepsOf(field);
  const [before, last] = [inner.slice(0, -1), literal(inner.at(-1) ?? '')];
  const steps = [...list, ...(list.length > 0 ? ['*'] : []), ...before];
  const slashed = steps.map((step) => `${step === '*' ? ANY_ROW : literal(step)}/`).join('');
  const dotted = (scope === 'item' ? before : steps).map((step) => `${literal(step)}\\.`).join('');
  const roots = { elsewhere: [], own: ['section', 'row'], item: ['item'] }[scope];
  const read = scope === 'item' ? roots : [`(?:application|applicant|unit)\\.${own}`, ...roots];
  return {
    path: new RegExp(`^((?:outer\\.)*(?:${read.join('|')})\\.${dotted})${last}(?=\\.|$)`),
    pointer: new RegExp(`^(/${own}/(?:${ANY_ROW}/)?${slashed})${last}(?=/|$)`),
    lists: [`application.${section}`, ...(scope === 'elsewhere' ? [] : ['section', 'row'])].map((root) =>
      [root, ...list].join('.'),
    ),
    to,
  };
}

const ANY_ROW = '(?:\\*|\\d+)';

/** The list in a record in whose items a field stands, none for a field of the record itself; and the way from there. */
export function stepsOf(field: string): { list: string[]; inner: string[] } {
  const steps = field.split('/');
  const at = steps.lastIndexOf('*');
  return { list: steps.slice(0, Math.max(at, 0)), inner: steps.slice(at + 1) };
}

function inValue(value: Json, patterns: Patterns, renamed: Renamed): Json {
  if (typeof value === 'string') return inText(value, patterns);
  if (Array.isArray(value)) return value.map((one) => inValue(one, patterns, renamed));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, one]): [string, Json] => [
    key.replace(patterns.pointer, (_, before: string) => before + patterns.to),
    ITERATING.has(key) && Array.isArray(one)
      ? inIteration(one, patterns, renamed)
      : inValue(one, patterns, renamed),
  ]);
  return ofEffect(Object.fromEntries(entries), renamed);
}

function inText(text: string, { path, pointer, to }: Patterns): string {
  return text
    .replace(path, (_, before: string) => before + to)
    .replace(pointer, (_, before: string) => before + to);
}

/** What is read of each element, where these are the rows or items in which the field stands. */
function inIteration(operands: Json[], patterns: Patterns, renamed: Renamed): Json[] {
  const [list = null, ...inner] = operands.map((one) => inValue(one, patterns, renamed));
  if (!readsRows(operands[0] ?? null, patterns.lists)) return [list, ...inner];
  return [list, ...inner.map((one) => ofElement(one, renamed))];
}

function readsRows(list: Json, lists: string[]): boolean {
  if (!isObject(list)) return false;
  const path = asText(Array.isArray(list.var) ? list.var[0] : list.var);
  if (path !== undefined) return lists.includes(path.replace(/^(?:outer\.)+/, ''));
  const filter = list.filter;
  return Array.isArray(filter) && readsRows(filter[0] ?? null, lists);
}

function ofElement(value: Json, renamed: Renamed): Json {
  if (Array.isArray(value)) return value.map((one) => ofElement(one, renamed));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]): [string, Json] => {
      if (key !== 'var') return [key, ofElement(one, renamed)];
      if (Array.isArray(one)) return [key, [elementPath(one[0] ?? '', renamed), ...one.slice(1)]];
      return [key, elementPath(one, renamed)];
    }),
  );
}

function elementPath(path: Json, { field, to }: Renamed): Json {
  if (typeof path !== 'string') return path;
  const { inner } = stepsOf(field);
  const from = inner.join('.');
  const next = [...inner.slice(0, -1), to].join('.');
  const start = ELEMENTS.map((one) => one + from).find((one) => path === one || path.startsWith(`${one}.`));
  if (start === undefined) return path;
  return start.slice(0, -from.length) + next + path.slice(start.length);
}

/** `write` and `clear` name a section and a field of it. */
function ofEffect(value: JsonObject, { section, field, to }: Renamed): JsonObject {
  if (value.section !== section || field.includes('/')) return value;
  const name = (one: Json): Json => (one === field ? to : one);
  if (value.field === undefined) return value;
  return { ...value, field: Array.isArray(value.field) ? value.field.map(name) : name(value.field) };
}
