import { type FactLimit, factLimit, factsIn, factsInTemplate } from '#core/facts/index.ts';
import { isObject, type Json, pointer } from '#core/json/index.ts';
import type { LoadedEdition, Origin, SourceFile } from '#core/model/index.ts';
import { textsOfFile, UNREAD } from '#core/translate/index.ts';
import { type FileKind, identifyFile } from '#core/vocabulary/index.ts';

/**
 * A place that names a fact: a text, a template, a limit with its keyword, or logic. Logic that reads all facts as one
 * names `ALL`.
 */
export type FactUse = { id: string; at: Origin; kind: FileKind } & (
  | { by: 'text' | 'template' | 'logic' }
  | { by: 'limit'; keyword: string; limit: FactLimit }
);

export const ALL = '*';

/** What only tries an edition out, or says it in another language, names no facts of its own. */
const PASSED_OVER: ReadonlySet<FileKind> = new Set(['case', 'demo', 'manifest', 'locale', 'css']);
const KNOWN = new WeakMap<LoadedEdition, FactUse[]>();

/** Every place in the files of an edition that names a fact; found once an edition. */
export function factUses(loaded: LoadedEdition): FactUse[] {
  const known = KNOWN.get(loaded) ?? loaded.files.flatMap(usesIn);
  KNOWN.set(loaded, known);
  return known;
}

function usesIn(file: SourceFile): FactUse[] {
  const kind = identifyFile(file.path)?.kind;
  if (kind === undefined || PASSED_OVER.has(kind)) return [];
  const at = (place: string): Pick<FactUse, 'at' | 'kind'> => ({
    at: { file: file.path, pointer: place },
    kind,
  });
  if (kind === 'template')
    return factsInTemplate(file.text ?? '').map((id) => ({ id, ...at(''), by: 'template' }));
  const texts = textsOfFile(file).flatMap(({ from, text }) =>
    factsIn(text).map((id): FactUse => ({ id, ...at(from), by: 'text' })),
  );
  const { json = null } = file;
  return [
    ...texts,
    ...limitsIn(json, '').map(({ place, ...limit }): FactUse => ({ ...at(place), by: 'limit', ...limit })),
    ...logicIn(json, '').map(({ place, id }): FactUse => ({ id, ...at(place), by: 'logic' })),
  ];
}

type Limit = { id: string; keyword: string; limit: FactLimit; place: string };

function limitsIn(value: Json, at: string): Limit[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([keyword, inner]) => {
    if (isObject(value) && UNREAD.has(keyword)) return [];
    const place = at + pointer(keyword);
    const limit = isObject(value) ? factLimit(keyword, inner) : undefined;
    return limit === undefined ? limitsIn(inner, place) : [{ id: limit.id, keyword, limit, place }];
  });
}

const PATH = /^(?:outer\.)*cycle(?:\.facts(?:\.([^.]+)|$)|$)/;

/** Paths are texts, wherever logic has them; examples of expressions give facts and read none. */
function logicIn(value: Json, at: string): { id: string; place: string }[] {
  if (typeof value === 'string') {
    const found = PATH.exec(value);
    return found === null ? [] : [{ id: found[1] ?? ALL, place: at }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    isObject(value) && key === 'cases' ? [] : logicIn(inner, at + pointer(key)),
  );
}
