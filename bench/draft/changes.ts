import { sourceFile } from '#core/assemble/index.ts';
import { formatJson, isObject, type JsonObject } from '#core/json/index.ts';
import type { SourceFile } from '#core/model/index.ts';

/** What somebody changes again and again, each time to something else. */
export type Change = { what: string; path: string; next(json: JsonObject, turn: number): JsonObject };

/** The dearest and the most common changes of a folder, found by what its files are. */
export function changesOf(files: SourceFile[]): Change[] {
  const byBytes = [...files].sort((a, b) => (b.text?.length ?? 0) - (a.text?.length ?? 0));
  const largest = (part: string): string =>
    byBytes.find(({ path, json }) => path.includes(part) && isObject(json))?.path ?? '';
  const ruled = byBytes.find(
    ({ path, json }) => path.includes('sections/') && isObject(json) && 'rules' in json,
  );
  return [
    { what: 'largest section file', path: largest('sections/'), next: retitled },
    { what: 'largest file of all', path: largest(''), next: (json) => ({ ...json }) },
    { what: 'shared code list', path: largest('codes/'), next: withCode },
    { what: 'one text', path: largest('categories/'), next: retitled },
    { what: 'one rule', path: ruled?.path ?? '', next: withRule },
  ];
}

/** The file after a change. */
export function changed(file: SourceFile, { next }: Change, turn: number): SourceFile {
  return sourceFile(file.path, formatJson(isObject(file.json) ? next(file.json, turn) : null));
}

const retitled: Change['next'] = (json, turn) => ({ ...json, title: `${String(json.title)} ${turn}` });

const withCode: Change['next'] = ({ entries, ...json }, turn) => ({
  ...json,
  entries: [...(Array.isArray(entries) ? entries : []), { code: `bench-${turn}`, title: `Bench ${turn}` }],
});

const withRule: Change['next'] = ({ rules, ...json }, turn) => ({
  ...json,
  rules: (Array.isArray(rules) ? rules : []).map((rule, index) =>
    index === 0 && isObject(rule) ? { ...rule, message: `${String(rule.message)} ${turn}` } : rule,
  ),
});
