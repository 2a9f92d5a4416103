import { interpolate } from '#core/json/index.ts';
import { beyond, splitPath } from '#core/vocabulary/index.ts';
import { titled } from './compose.ts';
import type { Context } from './context.ts';
import { ANY, type Node } from './nodes/node.ts';
import { ATOM, NOUN, type Phrase } from './phrase.ts';

/** What a path reads, by the titles on the way to it: 所在单位的“Degree › Year”. */
export function reading(path: string, context: Context): Phrase {
  const { outside } = context;
  const rest = outside === undefined ? null : beyond(path);
  if (outside !== undefined && rest !== null) return enclosed(rest, { ...insideOut(context), ...outside });
  const segments = splitPath(path);
  if (context.inside === 'reduce') return ofReduce(segments, context);
  if (segments.length === 0) return whole(context);
  return named(segments, context.at, context);
}

/** What is read beyond an iteration. What is no element there needs no word for where it is. */
function enclosed(path: string, context: Context): Phrase {
  const read = reading(path, context);
  if (context.inside === undefined || beyond(path) !== null) return read;
  const { outer } = context.words.names;
  return path === '' ? { ...read, text: outer } : { ...belonging(outer, read, context), ...nodeOf(read) };
}

const nodeOf = ({ node }: Phrase): Pick<Phrase, 'node'> => (node === undefined ? {} : { node });

function insideOut({ inside: _inside, outside: _outside, ...context }: Context): Context {
  return context;
}

function whole({ inside, at, words }: Context): Phrase {
  return { text: inside === undefined ? words.names.all : words.names.item, level: ATOM, node: at };
}

function ofReduce([head, ...rest]: string[], context: Context): Phrase {
  const { names } = context.words;
  if (head === 'current') return rest.length === 0 ? whole(context) : named(rest, context.at, context);
  const word = head === 'accumulator' ? names.accumulator : names.all;
  if (head !== 'accumulator' && head !== undefined) return named([head, ...rest], ANY, context);
  return rest.length === 0
    ? { text: word, level: ATOM }
    : belonging(word, titled(rest.join('.'), context), context);
}

type Way = { plain: string[]; titles: string[]; unnamed: string[]; node: Node };

function named(segments: string[], from: Node, context: Context): Phrase {
  const { plain, titles, unnamed, node } = wayOf(segments, from);
  const steps = unnamed.length === 0 ? titles : [...titles, unnamed.join('.')];
  const quoted = steps.length === 0 ? [] : [titled(steps.join(context.words.marks.step), context)];
  const parts = [...plain.map((text) => ({ text, level: ATOM })), ...quoted];
  const [first = titled(segments.join('.'), context), ...others] = parts;
  const phrase = others.reduce((whose, part) => belonging(whose.text, part, context), first);
  return node.wrappedIn === undefined
    ? { ...phrase, node }
    : { text: interpolate(context.words.marks[node.wrappedIn], { 0: phrase.text }), level: NOUN, node };
}

/** Collects what is said on the way. What has no title is called by its key where nothing below it has one. */
function wayOf(segments: string[], from: Node): Way {
  const way: Way = { plain: [], titles: [], unnamed: [], node: from };
  segments.forEach((segment, index) => {
    const node = way.node.below?.(segment) ?? ANY;
    way.node = node;
    const isLast = index === segments.length - 1;
    if (node.title === undefined) way.unnamed.push(segment);
    else {
      way.unnamed = [];
      if (!node.silent || isLast)
        (node.plain && way.titles.length === 0 ? way.plain : way.titles).push(node.title);
    }
  });
  return way;
}

function belonging(whose: string, what: Phrase, { words }: Context): Phrase {
  return { text: interpolate(words.marks.of, { 0: whose, 1: what.text }), level: NOUN };
}
