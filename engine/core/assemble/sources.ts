import { isObject } from '#core/json/index.ts';
import type { Memory } from '#core/memory/index.ts';
import type { Json, SourceFile } from '#core/model/index.ts';
import { type FileKind, identifyFile } from '#core/vocabulary/index.ts';
import { parseJson } from './json-text.ts';
import { remembered } from './remember.ts';
import type { Report } from './report.ts';
import { type Traced, traced } from './traced.ts';

/** A file that could be read and has a place in the folder. */
export type Source = {
  path: string;
  kind: FileKind;
  id: string;
  cycle?: string;
  language?: string;
  part: Traced;
  text: string;
};

const TEXTS: FileKind[] = ['template', 'css'];

/**
 * Every file with its kind, sorted by id: in which folder a file lies does not change the edition. Unreadable,
 * misplaced and misnamed ones are reported, in the order of their paths.
 */
export function readSources(files: SourceFile[], report: Report, memory: Memory): Source[] {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const sources = sorted
    .map((file) => remembered(memory, report, [file, 'source', []], (report) => readSource(file, report)))
    .filter((source) => source !== undefined);
  return sources.sort((a, b) => compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function readSource(file: SourceFile, report: Report): Source | undefined {
  const place = identifyFile(file.path);
  const origin = { file: file.path, pointer: '' };
  if (!place) {
    report('unexpected-file', origin, { hint: { sentence: 'folder' } });
    return undefined;
  }
  if (TEXTS.includes(place.kind)) {
    return { path: file.path, ...place, part: traced(null, origin), text: file.text ?? '' };
  }
  const json = jsonOf(file, report);
  if (json === undefined) return undefined;
  if (!isObject(json)) {
    report('wrong-type', origin, { sentence: 'wrong-type.file' });
    return undefined;
  }
  checkId(place.kind, place.id, json.id, file.path, report);
  return { path: file.path, ...place, part: traced(json, origin), text: '' };
}

/** The JSON of a file; a broken one comes as text and is reported with its line and column. */
function jsonOf(file: SourceFile, report: Report): Json | undefined {
  if (file.json !== undefined) return file.json;
  const read = parseJson(file.text ?? '');
  if ('json' in read) return read.json;
  report('broken-json', { file: file.path, pointer: '' }, { params: read });
  return undefined;
}

/** Files that are found by their name must say the same name inside. */
function checkId(kind: FileKind, expected: string, id: Json | undefined, file: string, report: Report): void {
  if (['programme', 'demo', 'manifest', 'edition'].includes(kind)) return;
  if (kind === 'case' && id === undefined) return;
  if (id === expected) return;
  const params = { id: id === undefined ? '' : String(id), file: expected };
  report(
    'id-not-file-name',
    { file, pointer: '/id' },
    { params, hint: { sentence: 'id', params: { id: expected } } },
  );
}
