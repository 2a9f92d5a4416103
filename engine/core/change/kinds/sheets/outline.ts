import { unescapeHtml } from '#core/json/index.ts';
import { partsOfTemplate, type TemplatePart, wholeOf } from './parts.ts';
import { sentencesOf } from './template.ts';

/**
 * A block of a sheet: what can be moved among the blocks beside it, or hidden. It goes by what is read first in it; of
 * several that read alike the second has ` #2`.
 */
export type SheetBlock = {
  key: string;
  title: string;
  /** 0: of the sheet itself; 1: in one of those … */
  level: number;
  /** Its place: the blocks around it, and which it is among those beside it. */
  at: number[];
  isHidden: boolean;
  start: number;
  end: number;
};

const MOVABLE: ReadonlySet<string> = new Set(
  'article div dl footer h1 h2 h3 h4 header li main ol p section table tbody tr ul'.split(' '),
);
const MOST_LETTERS = 40;
const HIDDEN = /^\{\{!--\s*(.*?)\s*--\}\}$/s;

/** The blocks of a template, those in others behind them; none where it cannot be read. */
export function blocksOf(template: string): SheetBlock[] {
  const found = blocksIn(partsOfTemplate(template) ?? [], template, []);
  return found.map((block, index) => {
    const before = found.slice(0, index).filter(({ title }) => title === block.title).length;
    return { ...block, key: before === 0 ? block.title : `${block.title} #${before + 1}` };
  });
}

type Unnamed = Omit<SheetBlock, 'key'>;

/** A block that stands alone is a frame: what is in it is meant. */
function blocksIn(parts: readonly TemplatePart[], template: string, enclosing: number[]): Unnamed[] {
  const blocks = parts.filter((part) => isBlock(part));
  const [first, ...others] = blocks;
  if (first && others.length === 0 && hiddenIn(first) === undefined)
    return blocksIn(first.parts, template, enclosing);
  if (isWoven(blocks)) return [];
  return blocks.flatMap((part, index) => {
    const at = [...enclosing, index];
    const hidden = hiddenIn(part);
    const { start, end } = part;
    const title = titleOf(hidden ?? template.slice(start, end));
    const own = { title, level: enclosing.length, at, isHidden: hidden !== undefined, start, end };
    return [own, ...blocksIn(part.parts, template, at)];
  });
}

function isBlock(part: TemplatePart): boolean {
  if (part.type === 'element') return MOVABLE.has(part.name);
  if (part.type === 'block') return part.parts.some((one) => one.type !== 'comment' && isBlock(one));
  return hiddenIn(part) !== undefined;
}

/** Rows that cells of other rows reach into stay together. */
const isWoven = (blocks: readonly TemplatePart[]): boolean =>
  blocks.some((part) => part.name === 'tr' && part.parts.some(({ head }) => /\browspan=/.test(head)));

/** The template of a block that is hidden: it stands in a comment. */
function hiddenIn({ type, head }: TemplatePart): string | undefined {
  const inner = type === 'comment' ? HIDDEN.exec(head)?.[1] : undefined;
  if (inner === undefined || !/^(<|\{\{#)/.test(inner)) return undefined;
  return partsOfTemplate(inner) === undefined ? undefined : inner;
}

/** Its heading, else its first sentence, else the first thing that is filled in. */
function titleOf(source: string): string {
  const parts = (partsOfTemplate(source) ?? []).flatMap(wholeOf);
  const heading = parts.find(({ type, name }) => type === 'element' && /^h[1-4]$/.test(name));
  const text =
    (heading && wordsIn(source.slice(heading.start, heading.end))) ??
    wordsIn(source) ??
    parts.find(({ type }) => type === 'call')?.head ??
    parts[0]?.name ??
    '';
  return [...unescapeHtml(text)].slice(0, MOST_LETTERS).join('');
}

const wordsIn = (source: string): string | undefined =>
  sentencesOf(source).find(({ text }) => /[\p{L}\p{N}]/u.test(text))?.text;
