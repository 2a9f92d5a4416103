import type { Change } from '#core/change/index.ts';
import type { Json, SourceFile } from '#core/model/index.ts';
import { textsOf } from '#core/translate/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';
import { titlesOn } from './titles.ts';

/** A text that people read, where it is written, and how a change names it. */
export type TextRow = { key: string; place: string; text: string; at: TextAddress };
type TextAddress = { part: string; id?: string; cycle?: string; way: string[] };

/** What is tried out or translated is no text of its own. */
const PASSED_OVER: ReadonlySet<string> = new Set(['case', 'demo', 'manifest', 'locale', 'template', 'css']);

/** Every text of the files of a cycle, where it is written. */
export function textRows(files: readonly SourceFile[]): TextRow[] {
  return files.flatMap((file) => {
    const found = identifyFile(file.path);
    if (!found || PASSED_OVER.has(found.kind) || file.json === undefined) return [];
    const { kind, id, cycle } = found;
    const isAlone = kind === 'programme' || kind === 'edition';
    const part = { part: kind, ...(!isAlone && { id }), ...(cycle !== undefined && { cycle }) };
    const root: Json = { part: file.json };
    return textsOf(file.json)
      .filter(({ word }) => word === undefined)
      .map(({ key, text }) => ({
        key: `${file.path}/${key.join('/')}`,
        place: titlesOn(root, ['part', ...key]),
        text,
        at: { ...part, way: key },
      }));
  });
}

/** The texts in which something stands, whatever its letters' case. */
export function withText(rows: readonly TextRow[], search: string): TextRow[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return [...rows];
  return rows.filter(
    ({ text, place }) => text.toLowerCase().includes(wanted) || place.toLowerCase().includes(wanted),
  );
}

/** The change that makes another text of it. */
export const textChange = ({ at }: TextRow, text: string): Change => ({ kind: 'setText', ...at, text });
