import { inflateSync } from 'node:zlib';
import type { FileProblem } from './inspect.ts';

/** Names that make a PDF more than paper. */
const NAMES: { [name: string]: FileProblem } = {
  JavaScript: 'scripted',
  Launch: 'launches',
  EmbeddedFile: 'attachments',
  EmbeddedFiles: 'attachments',
  RichMedia: 'rich-media',
  Movie: 'rich-media',
  Sound: 'rich-media',
  XFA: 'xfa',
  Encrypt: 'encrypted',
};
const STREAM = /stream\r?\n/g;
const STREAM_END = 'endstream';
/** Bytes that the structure of a file (not its pictures) may unpack to. */
const MOST_UNPACKED = 64 * 1024 * 1024;

/**
 * Looks through a PDF's objects for names that stand for active content, compressed objects included. Gives
 * `too-complex` alone when the structure is packed in a way that no honest writer uses.
 */
export function activeContent(bytes: Buffer): FileProblem[] {
  const found = new Set<FileProblem>();
  const budget = { left: MOST_UNPACKED };
  for (const { dictionary, body } of parts(bytes)) {
    for (const problem of problemsIn(dictionary)) found.add(problem);
    if (!body || !isStructure(dictionary)) continue;
    const unpacked = unpack(dictionary, body, budget);
    if (unpacked === null) return ['too-complex'];
    for (const problem of problemsIn(unpacked)) found.add(problem);
  }
  return [...found];
}

type Part = { dictionary: string; body: Buffer | null };

/** The file cut at its streams: the text before each one, which ends in its dictionary, and the stream itself. */
function* parts(bytes: Buffer): Generator<Part> {
  const text = bytes.toString('latin1');
  let from = 0;
  STREAM.lastIndex = 0;
  for (let match = STREAM.exec(text); match; match = STREAM.exec(text)) {
    const start = match.index + match[0].length;
    const end = text.indexOf(STREAM_END, start);
    if (end < 0) break;
    yield { dictionary: text.slice(from, match.index), body: bytes.subarray(start, end) };
    from = end + STREAM_END.length;
    STREAM.lastIndex = from;
  }
  yield { dictionary: text.slice(from), body: null };
}

function problemsIn(text: string): FileProblem[] {
  const names = [...text.matchAll(/\/([^\s()<>[\]{}/%]+)/g)].map(([, name = '']) => plainName(name));
  return names.flatMap((name) => (Object.hasOwn(NAMES, name) && NAMES[name] ? [NAMES[name]] : []));
}

/** `#4a` stands for `J`: the usual way of hiding a name. */
function plainName(name: string): string {
  return name.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Streams of objects and of cross references; these alone are unpacked. */
function isStructure(dictionary: string): boolean {
  const own = plainName(dictionary.slice(dictionary.lastIndexOf(' obj') + 1));
  return /\/Type\s*\/(ObjStm|XRef)\b/.test(own) || (/\/First\b/.test(own) && /\/N\b/.test(own));
}

/** Null when it is packed twice, in an odd way, or unpacks to more than the budget. */
function unpack(dictionary: string, body: Buffer, budget: { left: number }): string | null {
  const own = plainName(dictionary.slice(dictionary.lastIndexOf(' obj') + 1));
  const [, filters] = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(own) ?? [];
  if (!filters) return body.toString('latin1');
  if (!/^\[?\s*\/(FlateDecode|Fl)\s*\]?$/.test(filters)) return null;
  try {
    const unpacked = inflateSync(body, { maxOutputLength: Math.max(budget.left, 1) });
    budget.left -= unpacked.length;
    return unpacked.toString('latin1');
  } catch {
    return null;
  }
}
