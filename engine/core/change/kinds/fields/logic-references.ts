import { asText, isObject, type Json, type JsonObject } from '#core/json/index.ts';
import type { Renamed } from './renamed.ts';

const ITERATING = new Set(['map', 'filter', 'all', 'some', 'none', 'reduce']);
/** What is read of an element inside `reduce`. */
const ELEMENTS = ['', 'current.'];

/**
 * The same file in which logic, pointers and effects name a field anew. `isOwn`: of the section itself, where `section`,
 * `row` and bare names are read as well.
 */
export function renamedInLogic(value: Json, renamed: Renamed, isOwn = false): Json {
  return inValue(value, patternsOf(renamed, isOwn), renamed);
}

/** A name as it stands in a pattern, whatever signs are in it. */
const literal = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

type Patterns = { path: RegExp; pointer: RegExp; to: string };

function patternsOf({ section, field, to }: Renamed, isOwn: boolean): Patterns {
  const steps = field.split('/').map(literal);
  const [owner, last] = [steps.slice(0, -1), steps.at(-1) ?? ''];
  const dotted = owner.map((step) => `${step}.`).join('');
  const slashed = owner.map((step) => `${step}/`).join('');
  const own = literal(section);
  const roots = `(?:application|applicant|unit)\\.${own}${isOwn ? '|section|row' : ''}`;
  return {
    path: new RegExp(`^((?:outer\\.)*(?:${roots})\\.${dotted})${last}(?=\\.|$)`),
    pointer: new RegExp(`^(/${own}/(?:(?:\\*|\\d+)/)?${slashed})${last}(?=/|$)`),
    to,
  };
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

/** What is read of each row, where the rows are those of the section. */
function inIteration(operands: Json[], patterns: Patterns, renamed: Renamed): Json[] {
  const [list = null, ...inner] = operands.map((one) => inValue(one, patterns, renamed));
  if (!readsRows(list, renamed)) return [list, ...inner];
  return [list, ...inner.map((one) => ofElement(one, renamed))];
}

function readsRows(list: Json, { section }: Renamed): boolean {
  if (!isObject(list)) return false;
  const path = asText(Array.isArray(list.var) ? list.var[0] : list.var);
  if (path !== undefined)
    return path === `application.${section}` || path.endsWith(`outer.application.${section}`);
  const filter = list.filter;
  return Array.isArray(filter) && readsRows(filter[0] ?? null, { section } as Renamed);
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
  const from = field.replaceAll('/', '.');
  const next = [...field.split('/').slice(0, -1), to].join('.');
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
