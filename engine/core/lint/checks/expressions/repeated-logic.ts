import { ITERATING } from '#core/compile/index.ts';
import { isObject, type Json, pointer } from '#core/json/index.ts';
import type { Check, Finding, LintContext } from '../../context.ts';

/** From this many operators and repetitions on, a named expression is easier to read. */
const LEAST_OPERATORS = 5;
const LEAST_TIMES = 3;

/** A call of an operator, and where it stands in its logic; and where that is written. */
type Call = { pointer: string; text: string; operators: number };
type Site = Call & { file: string };

/** The same logic written again and again: nothing is wrong, but a change must find all of them. */
export const repeatedLogic: Check = {
  code: 'repeated-logic',
  run: (context) => {
    const groups = groupsOf(sitesIn(context)).sort(([a], [b]) => (b?.operators ?? 0) - (a?.operators ?? 0));
    const reported: Site[][] = [];
    for (const group of groups) if (timesApart(group, reported) >= LEAST_TIMES) reported.push(group);
    return reported.flatMap(findingOf);
  },
};

function findingOf([first, second, ...others]: Site[]): Finding[] {
  if (!first || !second) return [];
  const next = first.file === second.file ? second.pointer : `${second.file}#${second.pointer}`;
  return [
    {
      at: first,
      severity: 'note',
      params: { times: others.length + 2, next },
      hint: { sentence: 'expression' },
    },
  ];
}

function groupsOf(sites: Site[]): Site[][] {
  const groups = new Map<string, Site[]>();
  for (const site of sites) groups.set(site.text, [...(groups.get(site.text) ?? []), site]);
  return [...groups.values()].filter((group) => group.length >= LEAST_TIMES);
}

/** How often it is written by itself: repetitions inside larger logic that is reported anyway count once. */
function timesApart(group: Site[], reported: Site[][]): number {
  const enclosing = group.map((site) =>
    reported.findIndex((larger) => larger.some((other) => isInside(site, other))),
  );
  return (
    enclosing.filter((index) => index < 0).length + new Set(enclosing.filter((index) => index >= 0)).size
  );
}

function isInside(site: Site, other: Site): boolean {
  return site.file === other.file && site.pointer.startsWith(`${other.pointer}/`);
}

/** Every larger call of the edition's logic, once, however many categories share the file that it stands in. */
function sitesIn({ logics, loaded, memory }: LintContext): Site[] {
  const large = logics.flatMap(({ logic, pointer: at }) => {
    if (!isObject(logic) && !Array.isArray(logic)) return [];
    const calls = memory.once(logic, 'calls', [], () => largeCallsIn(logic));
    if (calls.length === 0) return [];
    const origin = loaded.locate(at);
    return calls.map((call) => ({ ...call, file: origin.file, pointer: origin.pointer + call.pointer }));
  });
  return [...new Map(large.map((site) => [`${site.file}#${site.pointer}`, site])).values()];
}

const largeCallsIn = (logic: Json): Call[] =>
  callsIn(logic, '').filter(({ operators }) => operators >= LEAST_OPERATORS);

function callsIn(logic: Json, at: string): Call[] {
  const below = ([key, value]: [string | number, Json]) => callsIn(value, at + pointer(key));
  if (Array.isArray(logic)) return [...logic.entries()].flatMap(below);
  if (!isObject(logic)) return [];
  const own = { pointer: at, text: JSON.stringify(logic), operators: operatorsIn(logic) };
  return [own, ...Object.entries(logic).map(withoutBody).flatMap(below)];
}

/** The body of an iteration only makes sense inside it. */
function withoutBody([name, operands]: [string, Json]): [string, Json] {
  return [name, ITERATING.has(name) && Array.isArray(operands) ? operands.slice(0, 1) : operands];
}

function operatorsIn(logic: Json): number {
  if (Array.isArray(logic)) return logic.reduce<number>((sum, item) => sum + operatorsIn(item), 0);
  if (!isObject(logic)) return 0;
  return Object.values(logic).reduce<number>((sum, operands) => sum + operatorsIn(operands), 1);
}
