import type { Memory } from '#core/memory/index.ts';
import type { Json, LoadedEdition, SourceFile } from '#core/model/index.ts';
import { type FileKind, identifyFile } from '#core/vocabulary/index.ts';

/** Parts that many others name: two that only share one of these have nothing to do with one another. */
const SHARED: FileKind[] = ['codes', 'expression', 'fragment'];
/** Parts that everything rests on. */
const GROUND: FileKind[] = ['programme', 'edition'];
/** So many steps from part to part are followed. */
const MOST_STEPS = 3;

type Part = { path: string; kind: FileKind; id: string; names: ReadonlySet<string> };

/** How many steps of naming lie between one file and all that are connected with it; `more` are known beforehand. */
export type Connections = (from: string, more: readonly string[]) => ReadonlyMap<string, number>;

/** Which files have to do with one another, told by the ids that they name. */
export function connectionsOf({ files }: LoadedEdition, memory: Memory): Connections {
  let all: Part[] | undefined;
  return (from, more) => {
    all ??= files.flatMap((file) => memory.once(file, 'names', [], () => partOf(file)));
    const parts = all;
    const distances = new Map([[from, 0], ...more.map((path): [string, number] => [path, 1])]);
    const start = identifyFile(from);
    const reached = parts.filter(({ path }) => distances.has(path));
    if (start && reached.every(({ path }) => path !== from))
      reached.push({ path: from, ...start, names: new Set() });
    for (let step = 1; step <= MOST_STEPS; step += 1) {
      for (const part of parts) {
        const near = reached.some(
          (known) => (distances.get(known.path) ?? step) < step && isNamed(known, part, from),
        );
        if (near && !distances.has(part.path)) distances.set(part.path, step);
      }
      reached.push(...parts.filter((part) => distances.get(part.path) === step && !reached.includes(part)));
    }
    return distances;
  };
}

function partOf({ path, json }: SourceFile): Part[] {
  const place = identifyFile(path);
  return place === undefined ? [] : [{ path, ...place, names: new Set(namesIn(json)) }];
}

function namesIn(json: Json | undefined): string[] {
  if (typeof json === 'string') return [json];
  if (typeof json !== 'object' || json === null) return [];
  if (Array.isArray(json)) return json.flatMap(namesIn);
  return Object.entries(json).flatMap(([key, value]) => [key, ...namesIn(value)]);
}

/** One of them names the other. What is shared connects only where the way begins with it. */
function isNamed(a: Part, b: Part, from: string): boolean {
  if (a.path === from && GROUND.includes(a.kind)) return true;
  const begins = (part: Part) => part.path === from || !SHARED.includes(part.kind);
  if (!begins(a) || !begins(b)) return false;
  if (a.id === b.id && [a.kind, b.kind].every((kind) => ['sheet', 'template', 'css'].includes(kind)))
    return true;
  return a.names.has(b.id) || b.names.has(a.id);
}
