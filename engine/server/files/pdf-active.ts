import { inflateSync } from 'node:zlib';
import type { FileProblem } from './problem.ts';

/**
 * Names that make a PDF active. All are too long to occur by chance in the bytes of a picture; XFA is not, and is
 * left to the reader of the form itself.
 */
const NAMES: { [name: string]: FileProblem } = {
  JavaScript: 'scripted',
  Launch: 'launches',
  EmbeddedFile: 'attachments',
  EmbeddedFiles: 'attachments',
  RichMedia: 'rich-media',
  Movie: 'rich-media',
  Sound: 'rich-media',
  Encrypt: 'encrypted',
};
const PACKED = 'ObjStm';
const STREAM = /(?<!end)stream\r?\n/g;
const STREAM_END = 'endstream';
/** Bytes that the structure of a file (not its pictures) may unpack to. */
const MOST_UNPACKED = 64 * 1024 * 1024;

/**
 * Looks through a PDF for names that stand for active content, packed objects included. A reader finds objects by
 * their offsets, so nothing is skipped because it seems to be inside a stream, a text or a comment. Gives
 * `too-complex` alone when the structure is packed in a way that no honest writer uses.
 */
export function activeContent(bytes: Buffer): FileProblem[] {
  const text = bytes.toString('latin1');
  const names = namesIn(text);
  const found = new Set(problemsOf(names));
  const budget = { left: MOST_UNPACKED };
  let packs = names.filter((name) => name === PACKED).length;
  for (const { dictionary, body } of streams(text, bytes)) {
    if (!isStructure(dictionary)) continue;
    const unpacked = unpack(dictionary, body, budget);
    if (unpacked === null) return ['too-complex'];
    packs -= namesIn(dictionary).filter((name) => name === PACKED).length;
    for (const problem of problemsOf(namesIn(unpacked))) found.add(problem);
  }
  // Packed objects that have not been inspected yet.
  return packs > 0 ? ['too-complex'] : [...found];
}

type Stream = { dictionary: string; body: Buffer };

/** Everything that could be a stream, also nested ones: its dictionary and its bytes. */
function* streams(text: string, bytes: Buffer): Generator<Stream> {
  for (const match of text.matchAll(STREAM)) {
    const start = match.index + match[0].length;
    const end = text.indexOf(STREAM_END, start);
    if (end < 0) return;
    const head = text.lastIndexOf('obj', match.index);
    yield { dictionary: plainName(text.slice(head + 3, match.index)), body: bytes.subarray(start, end) };
  }
}

const namesIn = (text: string): string[] =>
  [...text.matchAll(/\/([^\s\0()<>[\]{}/%]+)/g)].map(([, name = '']) => plainName(name));

const problemsOf = (names: string[]): FileProblem[] =>
  names.flatMap((name) => (Object.hasOwn(NAMES, name) && NAMES[name] ? [NAMES[name]] : []));

/** `#4a` stands for `J`: the usual way of hiding a name. */
function plainName(name: string): string {
  return name.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Streams of objects and of cross references; these alone are unpacked. */
function isStructure(dictionary: string): boolean {
  if (/\/Type\s*\/(ObjStm|XRef)\b/.test(dictionary)) return true;
  return /\/First\b/.test(dictionary) && /\/N\b/.test(dictionary);
}

/** Null when it is packed twice, in an odd way, or unpacks to more than the budget. */
function unpack(dictionary: string, body: Buffer, budget: { left: number }): string | null {
  const [, filters] = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(dictionary) ?? [];
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
