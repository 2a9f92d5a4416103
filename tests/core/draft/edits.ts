import fc from 'fast-check';
import { sourceFile } from '#core/assemble/index.ts';
import {
  formatJson,
  isObject,
  pointer,
  segmentsOf,
  valueAtPointer,
  without,
  withValue,
} from '#core/json/index.ts';
import type { Json, SourceFile } from '#core/model/index.ts';

/** A change of one file, by numbers that any folder can be asked with. */
export type Edit = { file: number; part: number; kind: EditKind; value: Json };
type EditKind = 'replace' | 'remove' | 'copy' | 'word' | 'drop-file' | 'break';

const KINDS: EditKind[] = ['replace', 'remove', 'copy', 'word', 'word', 'drop-file', 'break'];

export const edits = (most: number): fc.Arbitrary<Edit[]> =>
  fc.array(
    fc.record({
      file: fc.nat(1_000_000),
      part: fc.nat(1_000_000),
      kind: fc.constantFrom(...KINDS),
      value: fc.constantFrom<Json>(null, 0, 7, true, 'x', [], {}, { var: 'application' }, ['a']),
    }),
    { minLength: 1, maxLength: most },
  );

/** The files after an edit; those that it does not touch are the same objects. */
export function edited(files: SourceFile[], { file, part, kind, value }: Edit): SourceFile[] {
  const index = file % files.length;
  const old = files[index];
  if (old === undefined || kind === 'drop-file') return files.filter((one) => one !== old);
  const next = kind === 'break' ? `${old.text ?? ''}}` : textOf(old, part, kind, value);
  return files.with(index, sourceFile(old.path, next));
}

function textOf({ json, text = '' }: SourceFile, part: number, kind: EditKind, value: Json): string {
  if (json === undefined) return `${text}{{sections.${String(value)}.title}}`;
  const paths = pathsIn(json, '');
  const path = segmentsOf(paths[part % paths.length] ?? '');
  const other = paths[(part * 31) % paths.length] ?? '';
  if (path.length === 0) return formatJson(json);
  if (kind === 'remove') return formatJson(without(json, path) ?? null);
  if (kind === 'copy') return formatJson(withValue(json, path, valueAtPointer(json, other) ?? null));
  const here = valueAtPointer(json, pointer(...path));
  const word = typeof here === 'string' ? `${here}.` : value;
  return formatJson(withValue(json, path, kind === 'word' ? word : value));
}

function pathsIn(value: Json, at: string): string[] {
  const children = Array.isArray(value) ? value.entries() : isObject(value) ? Object.entries(value) : [];
  return [at, ...[...children].flatMap(([key, child]) => pathsIn(child, at + pointer(key)))];
}
