/** Circles among files: who imports whom, and which of them come back to themselves. */
import { posix } from 'node:path';
import { resolve, type Source } from './sources.ts';

/** `value` is there when modules load, `late` is loaded when it is asked for, `type` is gone by then. */
type Kind = 'value' | 'late' | 'type';
type Edge = { target: string; kind: Kind };

const STATED = /^(?:import|export)\s+(type\s+)?([^'"`;]*?)\s*from\s+'([^']+)'/gm;
const BARE = /^import\s+'([^']+)'/gm;
const LATE = /import\(\s*'([^']+)'\s*\)/g;

/** What a file takes from other files of the repository, and how. */
export function edgesOf({ path, text }: Source): Edge[] {
  const place = (target = '') => resolve(posix.dirname(path), target);
  return [
    ...[...text.matchAll(STATED)].map(([, type, clause = '', target]) => ({
      target: place(target),
      kind: type || takesTypesAlone(clause) ? ('type' as const) : ('value' as const),
    })),
    ...[...text.matchAll(BARE)].map(([, target]) => ({ target: place(target), kind: 'value' as const })),
    ...[...text.matchAll(LATE)].map(([, target]) => ({ target: place(target), kind: 'late' as const })),
  ];
}

/** `{ type A, type B }` and nothing else. */
function takesTypesAlone(clause: string): boolean {
  const braces = /^\{([^}]*)\}$/.exec(clause.trim())?.[1];
  const names = (braces ?? '').split(',').map((name) => name.trim());
  return braces !== undefined && names.every((name) => name === '' || name.startsWith('type '));
}

/** The groups of files that reach one another along imports of these kinds: Tarjan's strongly connected components. */
export function circlesAmong(sources: Source[], kinds: Kind[]): string[][] {
  const paths = new Set(sources.map(({ path }) => path));
  const next = new Map(
    sources.map((source) => [
      source.path,
      edgesOf(source)
        .filter(({ target, kind }) => paths.has(target) && kinds.includes(kind))
        .map(({ target }) => target),
    ]),
  );
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (path: string): void => {
    const found = order.size;
    order.set(path, found);
    lowest.set(path, found);
    open.push(path);
    for (const target of next.get(path) ?? []) {
      if (!order.has(target)) visit(target);
      if (open.includes(target))
        lowest.set(path, Math.min(lowest.get(path) ?? found, lowest.get(target) ?? found));
    }
    if (lowest.get(path) !== found) return;
    const group = open.splice(open.indexOf(path));
    if (group.length > 1 || next.get(path)?.includes(path)) circles.push(group.sort());
  };
  for (const path of paths) if (!order.has(path)) visit(path);
  return circles;
}
