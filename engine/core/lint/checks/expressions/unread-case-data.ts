import { readPaths } from '#core/compile/index.ts';
import { isObject, type Json, pointer } from '#core/json/index.ts';
import type { ExpressionDefinition } from '#core/model/index.ts';
import type { Check, Finding } from '../../context.ts';

/** An example of an expression that gives what the expression never reads: a name is misspelt, or left over. */
export const unreadCaseData: Check = {
  code: 'unread-case-data',
  run: ({ definition: { expressions } }) => {
    const byId = Object.fromEntries(expressions.map((expression) => [expression.id, expression]));
    return expressions.flatMap((expression, index) =>
      checkExpression(expression, pointer('expressions', index), byId),
    );
  },
};

function checkExpression(
  { logic, params: names, cases = [] }: ExpressionDefinition,
  at: string,
  byId: Record<string, ExpressionDefinition>,
): Finding[] {
  const read = [...readPaths(logic, byId), ...names.map((name) => `params.${name}`)];
  return cases.flatMap(({ params = {}, data = {} }, index) => {
    const place = at + pointer('cases', index);
    return [
      ...unreadLeaves(leavesOf(data, []), read, `${place}/data`),
      ...unreadLeaves(leavesOf({ params }, []), read, place),
    ];
  });
}

function unreadLeaves(given: string[][], read: string[], at: string): Finding[] {
  return given
    .filter((keys) => keys.length > 0 && !isRead(keys.join('.'), read))
    .map((keys) => ({
      at: at + pointer(...keys),
      params: { path: keys.join('.') },
    }));
}

function leavesOf(value: Json, keys: string[]): string[][] {
  if (!isObject(value)) return [keys];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...keys, key]));
}

/** What is given is read itself, or a part of it, or a whole that it belongs to. */
function isRead(given: string, read: string[]): boolean {
  return read.some((path) => `${path}.`.startsWith(`${given}.`) || `${given}.`.startsWith(`${path}.`));
}
