/** The table of hostile rules, and what they are tried on. */
import type { ExpressionDefinition, Json, JsonObject, Logic, LogicScope } from '#core/model/index.ts';
import table from './hostile.json' with { type: 'json' };

/** A rule that is refused when it is saved (why, and where in it), or cut when it runs. */
export type HostileRule = {
  name: string;
  logic: Logic;
  expressions?: Record<string, { params: string[]; logic: Logic }>;
  refused?: string;
  pointer?: string;
};

/** What the table abbreviates: something nested or listed so many times, a long text. */
function expanded(value: Json): Json {
  if (Array.isArray(value)) return value.map(expanded);
  if (typeof value !== 'object' || value === null) return value;
  const [times, inner = null, seed = null] = Object.values(value).flat();
  const [name] = Object.keys(value);
  const many = Array.from({ length: Number(times) });
  if (name === '$nest')
    return many.reduce<Json>((nested) => withPart(expanded(inner), nested), expanded(seed));
  if (name === '$list') return many.map(() => expanded(inner));
  if (name === '$text') return String(inner).repeat(Number(times));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, expanded(part)]));
}

/** The template with `$` replaced. */
function withPart(template: Json, by: Json): Json {
  if (template === '$') return by;
  if (Array.isArray(template)) return template.map((part) => withPart(part, by));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([key, part]) => [key, withPart(part, by)]));
}

export const hostileRules = (table.rules as HostileRule[]).map((rule) => ({
  ...rule,
  logic: expanded(rule.logic),
}));
export const hostileDefinitions = table.definitions;

/** The scope of a rule: no code lists, its own expressions. */
export function scopeOfRule({ expressions = {} }: HostileRule): LogicScope {
  const named = Object.entries(expressions).map(([id, { params, logic }]): [string, ExpressionDefinition] => [
    id,
    { id, title: id, params, logic: expanded(logic) },
  ]);
  const cycle = { id: '', title: '', year: 2026, opensAt: '', closesAt: '', asOf: '2026-01-01' };
  return { codes: {}, timeZone: 'Asia/Shanghai', cycle, expressions: Object.fromEntries(named) };
}

const deep = (): JsonObject => ({ a: [1, 2, 3, { b: ['x', 'y'], c: { d: [null, true] } }], e: 'text' });

/** Two hundred rows of the longest texts that a field takes by itself. */
export const hostileData: JsonObject = {
  one: 1,
  text: '长'.repeat(2000),
  rows: Array.from({ length: 200 }, (_, n) => ({
    n,
    text: `${'长'.repeat(1990)}${n}`,
    twin: `${'长'.repeat(1990)}${n}`,
    tail: '长长长长长长长末',
    letters: 'a'.repeat(1999),
    digits: '1'.repeat(1999),
    written: '12.25',
    blank: ' '.repeat(2000),
    at: `2026-01-01T00:00:${String(n % 60).padStart(2, '0')}Z`,
    numbers: Array.from({ length: 20 }, (_, index) => index),
    deep: deep(),
    same: deep(),
  })),
};
