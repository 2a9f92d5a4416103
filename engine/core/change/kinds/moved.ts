import { isObject, type Json, sameJson } from '#core/json/index.ts';
import { childrenOf } from '../editor/children.ts';

/** The one of which the rest stand in their old order without it; undefined where several have moved. */
export function movedIn(
  before: string[],
  after: string[],
): { key: string; behind: string | null } | undefined {
  const [left, right] = [
    before.filter((key) => after.includes(key)),
    after.filter((key) => before.includes(key)),
  ];
  const key = right.find((one) => sameJson(keysWithout(left, one), keysWithout(right, one)));
  return key === undefined ? undefined : { key, behind: after[after.indexOf(key) - 1] ?? null };
}

const keysWithout = (keys: string[], key: string): string[] => keys.filter((one) => one !== key);

/** What is called otherwise and is the same besides: only where it can be nothing else. */
export function renamedIn(before: Json | undefined, after: Json | undefined): { from: string; to: string }[] {
  const [was, is] = [childrenOf(before) ?? [], childrenOf(after) ?? []];
  const gone = was.filter(([key]) => !is.some(([known]) => known === key));
  const added = is.filter(([key]) => !was.some(([known]) => known === key));
  return gone.flatMap(([from, value]) => {
    const alike = added.filter(([, other]) => sameJson(unnamed(value), unnamed(other)));
    const twins = gone.filter(([, other]) => sameJson(unnamed(value), unnamed(other)));
    const [to] = alike;
    return to && alike.length === 1 && twins.length === 1 ? [{ from, to: to[0] }] : [];
  });
}

/** What something is besides what it is called. */
function unnamed(value: Json): Json {
  if (!isObject(value)) return value;
  const { id: _id, code: _code, title: _title, ...rest } = value;
  return rest;
}
