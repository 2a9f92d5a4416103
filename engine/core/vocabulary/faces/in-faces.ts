import { type Declaration, declarationsIn, withoutComments, withValues } from './declarations.ts';
import { type Foreign, LISTS, readFamilies } from './families.ts';

/** A part of `font` that is no family; a variable is one where something follows that is not its list. */
const PART =
  '(?:normal|italic|oblique|small-caps|bold(?:er)?|lighter|(?:(?:ultra|extra|semi)-)?(?:condensed|expanded)' +
  String.raw`|(?:x{1,3}-)?(?:small|large)|medium|smaller|larger|[+-]?[\d.]+(?:e[+-]?\d+)?[a-z%]*)(?![-\w])`;
const CALL = String.raw`(?:calc|min|max|clamp)\((?:[^()]|\([^()]*\))*\)`;
const VARIABLE = String.raw`var\((?:[^()]|\([^()]*\))*\)(?=\s*[^\s,])`;
const LEAD = new RegExp(`^(?:\\s|/|${PART}|${CALL}|${VARIABLE})*`, 'i');

const IMPORTANT = /\s*!\s*important\s*$/i;
const WIDE = /^\s*(?:inherit|initial|unset|revert|revert-layer)\s*$/i;

/** What a value becomes on a page that is printed, and the families in it that do not come. */
type Read = { value: string; foreign: Foreign[] };

/**
 * The styles of a page, each family in them one that prints have: what a page looks like does not depend on what faces a
 * machine has, and is the same printed and on a screen. Variables are read over all of the styles, as they work.
 */
export function inFaces(styles: readonly string[]): string[] {
  const read = fontVariables(styles);
  // A face of its own that a style brings: no print takes it in.
  return styles.map((style) =>
    withValues(style, (one) => readValue(one, read).value).replaceAll(/@font-face/gi, '@no-face'),
  );
}

/** The families that styles ask for and prints do not have, style by style, where they stand. */
export function foreignFamilies(styles: readonly string[]): Foreign[][] {
  const read = fontVariables(styles);
  return styles.map((style) =>
    declarationsIn(style).flatMap((one) =>
      readValue(one, read).foreign.map(({ family, at }) => ({ family, at: one.at + at })),
    ),
  );
}

/** The variables that families are read from, themselves or through others. */
function fontVariables(styles: readonly string[]): ReadonlySet<string> {
  const all = styles.flatMap(declarationsIn);
  const found = new Set<string>();
  for (let size = -1; size < found.size; ) {
    size = found.size;
    for (const { value } of all.filter(({ name }) => isFont(name) || found.has(name)))
      for (const [, name] of value.matchAll(/var\(\s*(--[^\s,()"']+)/gi)) if (name) found.add(name);
  }
  return found;
}

const isFont = (name: string): boolean => name === 'font' || name === 'font-family';

function readValue({ name, value }: Declaration, variables: ReadonlySet<string>): Read {
  if (name === 'all' || isFont(name)) return readFont(name, value);
  return variables.has(name) ? readShorthand(value) : { value, foreign: [] };
}

function readFont(name: string, value: string): Read {
  const bare = withoutComments(value);
  const important = IMPORTANT.exec(bare)?.[0] ?? '';
  const asked = bare.slice(0, bare.length - important.length);
  if (WIDE.test(asked))
    return { value: withoutOwn(name, asked.trim().toLowerCase(), important), foreign: [] };
  if (name === 'all') return { value, foreign: [] };
  const read = name === 'font' ? readShorthand(asked) : readList(asked);
  return { ...read, value: read.value + important };
}

/** What a browser begins with is of its reader's choice, and some of its elements have faces of their own. */
function withoutOwn(name: string, keyword: string, important: string): string {
  const family = keyword === 'initial' ? LISTS.sans : 'inherit';
  return name === 'font-family'
    ? family + important
    : `${keyword}${important};font-family:${family}${important}`;
}

function readList(text: string): Read {
  const { list, foreign } = readFamilies(text);
  return { value: list, foreign };
}

/** The families stand last; a variable may hold what stands before them alone. */
function readShorthand(text: string): Read {
  const bare = withoutComments(text);
  const [lead = ''] = LEAD.exec(bare) ?? [];
  const families = bare.slice(lead.length);
  if (families.trim() === '') return { value: text, foreign: [] };
  const { list, foreign } = readFamilies(families);
  return { value: lead + list, foreign: foreign.map((one) => ({ ...one, at: one.at + lead.length })) };
}
