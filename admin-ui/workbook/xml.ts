import { LIMITS } from './limits.ts';
import { WorkbookRefused } from './refused.ts';

/** What is heard of an XML file while it is read; names without their prefixes. */
export type XmlHandler = {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
};

const TAG = /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([\w.:-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;
/** What begins with this ends with that, and is passed over. */
const PASSED: readonly (readonly [string, string])[] = [
  ['<?', '?>'],
  ['<!--', '-->'],
];
const CDATA = ['<![CDATA[', ']]>'] as const;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads an XML file piece by piece; nothing of it is kept. There are no entities but those of XML itself: a file that
 * declares some is refused. Throws WorkbookRefused, and whatever the handler throws to end it.
 */
export async function readXml(
  pieces: AsyncIterable<Uint8Array>,
  path: string,
  handler: XmlHandler,
): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const piece of pieces) {
    rest = readAsFar(rest + decoded(decoder, path, piece), path, handler);
    if (rest.length > LIMITS.piece) throw new WorkbookRefused('too-much', path);
  }
  rest = readAsFar(rest + decoded(decoder, path), path, handler);
  if (rest.trim() !== '') throw new WorkbookRefused('broken', path);
}

function decoded(decoder: TextDecoder, path: string, piece?: Uint8Array): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch {
    throw new WorkbookRefused('broken', path);
  }
}

/** Gives what is left: the beginning of something that ends in the next piece. */
function readAsFar(text: string, path: string, handler: XmlHandler): string {
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf('<', at);
    if (next < 0) return text.slice(at);
    if (next > at) handler.text(withEntities(text.slice(at, next), path));
    const end = readAt(text, next, path, handler);
    if (end < 0) return text.slice(next);
    at = end;
  }
  return '';
}

/** Reads what begins at a `<`; gives where it ends, or -1 where that is still to come. */
function readAt(text: string, at: number, path: string, handler: XmlHandler): number {
  for (const [begin, end] of [...PASSED, CDATA]) {
    if (!text.startsWith(begin, at)) continue;
    const last = text.indexOf(end, at + begin.length);
    if (last < 0) return -1;
    if (begin === CDATA[0]) handler.text(text.slice(at + begin.length, last));
    return last + end.length;
  }
  if (text.startsWith('<!D', at)) throw new WorkbookRefused('broken', path);
  TAG.lastIndex = at;
  const [whole = '', closing, name = '', attributes = '', alone] = TAG.exec(text) ?? [];
  if (whole === '') return -1;
  if (closing === '/') handler.close(name);
  else handler.open(name, attributesIn(attributes, path));
  if (alone === '/') handler.close(name);
  return at + whole.length;
}

function attributesIn(text: string, path: string): Record<string, string> {
  const found = [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]): [string, string] => [
    name,
    withEntities(double ?? single ?? '', path),
  ]);
  return Object.fromEntries(found);
}

function withEntities(text: string, path: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));?/g, (whole, hex, decimal, name) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    const known = name === undefined ? characterOf(code) : ENTITIES[name];
    if (known === undefined || !whole.endsWith(';')) throw new WorkbookRefused('broken', path);
    return known;
  });
}

const characterOf = (code: number): string | undefined =>
  code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
