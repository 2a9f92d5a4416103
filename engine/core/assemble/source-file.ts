import type { SourceFile } from '#core/model/index.ts';
import { parseJson } from './json-text.ts';

/** A file of a folder from its text: JSON is parsed where it can be; what cannot is reported when it is assembled. */
export function sourceFile(path: string, text: string): SourceFile {
  if (!path.endsWith('.json')) return { path, text };
  const read = parseJson(text);
  return 'json' in read ? { path, json: read.json, text } : { path, text };
}
