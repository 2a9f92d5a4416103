import type { Json } from '#core/model/index.ts';

/** What a value can be, as far as the definition determines it; otherwise `any`. */
export type Shape =
  | { type: 'any' }
  | {
      type: 'text';
      format?: string | undefined;
      code?: string | undefined;
      none?: string | undefined;
      values?: Json[] | undefined;
      field?: true;
    }
  | { type: 'number' }
  | { type: 'boolean' }
  | { type: 'list'; items: Shape }
  | { type: 'record'; fields: Record<string, Shape>; others?: Shape };

export const ANY: Shape = { type: 'any' };
export const TEXT: Shape = { type: 'text' };
export const NUMBER: Shape = { type: 'number' };
export const BOOLEAN: Shape = { type: 'boolean' };

/** An object with exactly these keys. */
export function record(fields: Record<string, Shape>, others?: Shape): Shape {
  return { type: 'record', fields, ...(others ? { others } : {}) };
}

/** A list of what has this shape. */
export function list(items: Shape): Shape {
  return { type: 'list', items };
}

/** What either of two values can be: objects have the keys of both, everything that disagrees is `any`. */
function either(a: Shape, b: Shape): Shape {
  if (a === b) return a;
  if (a.type === 'record' && b.type === 'record') return eitherRecord(a, b);
  if (a.type === 'list' && b.type === 'list') return list(either(a.items, b.items));
  if (a.type === 'text' && b.type === 'text') return eitherText(a, b);
  return a.type === b.type ? a : ANY;
}

/** What any of these can be; `any` for none. */
export function anyOf(shapes: Shape[]): Shape {
  const [first, ...others] = shapes;
  return first ? others.reduce(either, first) : ANY;
}

/** The shape below one key, or undefined where there is no such key. */
export function shapeBelow(shape: Shape, key: string): Shape | undefined {
  if (shape.type === 'any') return ANY;
  if (shape.type === 'list') return /^\d+$/.test(key) ? shape.items : undefined;
  if (shape.type !== 'record') return undefined;
  return Object.hasOwn(shape.fields, key) ? shape.fields[key] : shape.others;
}

/** The keys that may stand below a shape: for hints. */
export function keysOf(shape: Shape): string[] {
  return shape.type === 'record' ? Object.keys(shape.fields) : [];
}

function eitherRecord(a: Shape & { type: 'record' }, b: Shape & { type: 'record' }): Shape {
  const fields: Record<string, Shape> = { ...a.fields };
  for (const [key, shape] of Object.entries(b.fields)) {
    const known = Object.hasOwn(fields, key) ? fields[key] : undefined;
    fields[key] = known ? either(known, shape) : shape;
  }
  return record(fields, a.others ?? b.others);
}

function eitherText(a: Shape & { type: 'text' }, b: Shape & { type: 'text' }): Shape {
  const same = a.format === b.format && a.code === b.code && a.none === b.none;
  if (!same) return TEXT;
  return a.values && b.values ? { ...a, values: [...a.values, ...b.values] } : { ...a, values: undefined };
}
