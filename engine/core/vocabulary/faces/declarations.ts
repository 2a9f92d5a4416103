const COMMENT = String.raw`\/\*[\s\S]*?(?:\*\/|$)`;
/** A text ends at the end of its line, closed or not. Source: CSS Syntax Module, 4.3.5. */
const TEXT = String.raw`"(?:\\[\s\S]|[^"\\\n\r\f])*"?|'(?:\\[\s\S]|[^'\\\n\r\f])*'?`;
const CHUNK = new RegExp(`(?:${COMMENT}|${TEXT}|[^{};"'])+`, 'g');
const HEAD = new RegExp(`^(?:\\s|${COMMENT})*([-\\w\\u{80}-\\u{10ffff}]+)(?:\\s|${COMMENT})*:`, 'u');
const REGISTERED = /@property\s+(--[^\s{]+)\s*\{[^}]*$/i;

/** What a style declares: a property or a name of its own (`--x`), its value, and where the value stands in the style. */
export type Declaration = { name: string; value: string; at: number };

/** The declarations of a style, or of a `style` attribute, whatever they stand in. */
export function declarationsIn(style: string): Declaration[] {
  return [...style.matchAll(CHUNK)].flatMap(({ 0: chunk, index }) => {
    const [head, name] = HEAD.exec(chunk) ?? [];
    if (head === undefined || name === undefined || style[index + chunk.length] === '{') return [];
    const at = index + head.length;
    return [{ name: ownerOf(name, style.slice(0, index)), value: chunk.slice(head.length), at }];
  });
}

/** What a registered name begins with counts as declared by it. */
function ownerOf(name: string, before: string): string {
  if (name.startsWith('--')) return name;
  const lower = name.toLowerCase();
  return (lower === 'initial-value' && REGISTERED.exec(before)?.[1]) || lower;
}

/** A style whose values are others. */
export function withValues(style: string, change: (one: Declaration) => string): string {
  const parts = declarationsIn(style).reduceRight<{ end: number; text: string }>(
    ({ end, text }, one) => {
      const behind = style.slice(one.at + one.value.length, end);
      return { end: one.at, text: change(one) + behind + text };
    },
    { end: style.length, text: '' },
  );
  return style.slice(0, parts.end) + parts.text;
}

const SIGNS = new RegExp(`(${TEXT})|${COMMENT}`, 'g');

/** Comments as blanks of the same length, so that everything else stays where it is. */
export const withoutComments = (value: string): string =>
  value.replaceAll(SIGNS, (whole, text?: string) => text ?? ' '.repeat(whole.length));

const PIECE = new RegExp(`${TEXT}|[(),]|[^"'(),]+`, 'g');

/** The parts of a list, as they are written; commas in brackets divide nothing. */
export function partsOf(list: string): { text: string; at: number }[] {
  const parts = [{ text: '', at: 0 }];
  let depth = 0;
  for (const { 0: piece, index } of list.matchAll(PIECE)) {
    if (piece === '(') depth += 1;
    if (piece === ')') depth -= 1;
    const last = parts.at(-1);
    if (piece === ',' && depth <= 0) parts.push({ text: '', at: index + 1 });
    else if (last) last.text += piece;
  }
  return parts;
}
