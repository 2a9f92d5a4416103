import { tokensOf } from './template.ts';

/**
 * A part of a template with what is in it: an element, a block of Handlebars, or a leaf. `inner` is what stands between
 * its tags or braces.
 */
export type TemplatePart = {
  type: 'element' | 'block' | 'call' | 'text' | 'comment';
  /** Of an element its tag, of a block its helper; of a leaf nothing. */
  name: string;
  /** How it begins: the whole tag, or what stands in the braces. */
  head: string;
  start: number;
  end: number;
  inner: { start: number; end: number };
  parts: TemplatePart[];
};

const VOID: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'img', 'wbr']);

type Open = TemplatePart & { parts: TemplatePart[] };

/** The parts of a template as a tree; undefined where something is closed that was not opened, or the other way round. */
export function partsOfTemplate(template: string): TemplatePart[] | undefined {
  const root: TemplatePart[] = [];
  const open: Open[] = [];
  const add = (part: TemplatePart) => void (open.at(-1)?.parts ?? root).push(part);
  for (const piece of piecesOf(template)) {
    if (piece.closes === undefined) {
      add(piece.part);
      if (piece.opens) open.push(piece.part);
      continue;
    }
    const last = open.pop();
    if (!last || `${last.type} ${last.name}` !== piece.closes) return undefined;
    last.inner.end = piece.part.start;
    last.end = piece.part.end;
  }
  return open.length > 0 ? undefined : root;
}

type Piece = { part: TemplatePart; opens: boolean; closes?: string };

/** What opens, closes or stands alone; a tag with braces in it is one piece. */
function piecesOf(template: string): Piece[] {
  const pieces: Piece[] = [];
  let tag: { start: number } | null = null;
  for (const { type, start, end, text } of tokensOf(template)) {
    if (tag === null && type !== 'tag') {
      if (type === 'call') pieces.push(ofCall(start, end, text));
      else if (text.trim() !== '') pieces.push({ part: leaf('text', start, end, text), opens: false });
      continue;
    }
    tag ??= { start };
    if (type !== 'tag' || !text.endsWith('>')) continue;
    pieces.push(ofTag(tag.start, end, template.slice(tag.start, end)));
    tag = null;
  }
  return pieces;
}

function ofTag(start: number, end: number, head: string): Piece {
  const name = /^<\/?([a-z][a-z0-9]*)/i.exec(head)?.[1]?.toLowerCase() ?? '';
  if (name === '') return { part: leaf('comment', start, end, head), opens: false };
  const part = { ...leaf('element', start, end, head), name };
  if (head.startsWith('</')) return { part, opens: false, closes: `element ${name}` };
  return { part, opens: !VOID.has(name) && !head.endsWith('/>') };
}

function ofCall(start: number, end: number, text: string): Piece {
  const inside = text.replace(/^\{\{~?/, '').replace(/~?\}\}$/, '');
  const name = /^[#/]\s*([^\s}]*)/.exec(inside)?.[1];
  if (inside.startsWith('!')) return { part: leaf('comment', start, end, text), opens: false };
  if (name === undefined) return { part: leaf('call', start, end, inside.trim()), opens: false };
  const part = { ...leaf('block', start, end, inside.slice(1).trim()), name };
  return inside.startsWith('/') ? { part, opens: false, closes: `block ${name}` } : { part, opens: true };
}

const leaf = (type: TemplatePart['type'], start: number, end: number, head: string): TemplatePart => ({
  ...{ type, name: '', head, start, end },
  inner: { start: end, end },
  parts: [],
});

/** A part and everything in it, in its order. */
export const wholeOf = (part: TemplatePart): TemplatePart[] => [part, ...part.parts.flatMap(wholeOf)];
