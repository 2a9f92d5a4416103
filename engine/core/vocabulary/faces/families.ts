import { partsOf } from './declarations.ts';

/** The faces that prints are set in; a browser that prints has no others. */
export const FACES = { serif: 'Noto Serif SC', sans: 'Noto Sans SC' } as const;

type Face = keyof typeof FACES;

/** Lists of a face of the product alone; what is like it is for characters that it does not have. */
export const LISTS: Readonly<Record<Face, string>> = {
  serif: `"${FACES.serif}",serif`,
  sans: `"${FACES.sans}",sans-serif`,
};

const OURS: ReadonlyMap<string, Face> = new Map([
  [FACES.serif.toLowerCase(), 'serif'],
  ['serif', 'serif'],
  [FACES.sans.toLowerCase(), 'sans'],
  ['sans-serif', 'sans'],
]);

/** Kinds of faces that a print shows in one of the product's, which is not of that kind. */
const STAND_INS: ReadonlyMap<string, Face> = new Map([
  ['monospace', 'sans'],
  ['system-ui', 'sans'],
]);

/** A family that a print does not have, and where its name begins in the text that was read. */
export type Foreign = { family: string; at: number };

/** A list of families as a print shows it, and the families in it that were asked for first and do not come. */
type Families = { list: string; foreign: Foreign[] };

const VARIABLE = /^\s*var\(\s*(--[^\s,()"']+)\s*(?:,(.*))?\)\s*$/is;

/**
 * Reads a list of families: the first face that a print has, with the variables before it; what a browser that prints
 * takes where it has none of them is the face without serifs.
 */
export function readFamilies(text: string): Families {
  const lists: string[] = [];
  const foreign: Foreign[] = [];
  for (const part of partsOf(text)) {
    const family = nameOf(part.text);
    const variable = VARIABLE.exec(part.text);
    const face = OURS.get(family.toLowerCase());
    if (face) return { list: [...lists, LISTS[face]].join(), foreign };
    if (variable) {
      const read = readVariable(variable, part);
      lists.push(read.list);
      foreign.push(...read.foreign);
    } else if (family !== '') foreign.push({ family, at: part.at + part.text.search(/\S/) });
    const other = STAND_INS.get(family.toLowerCase());
    if (other) return { list: [...lists, LISTS[other]].join(), foreign };
  }
  return { list: [...lists, LISTS.sans].join(), foreign };
}

/** A variable, and the families that it names for where it has no value. */
function readVariable(
  [, name, others]: RegExpExecArray,
  { text, at }: { text: string; at: number },
): Families {
  if (others === undefined) return { list: `var(${name})`, foreign: [] };
  const { list, foreign } = readFamilies(others);
  const start = at + text.indexOf(',') + 1;
  return {
    list: `var(${name},${list})`,
    foreign: foreign.map((one) => ({ ...one, at: start + one.at })),
  };
}

const nameOf = (part: string): string =>
  part
    .trim()
    .replace(/^(["'])(.*?)\1?$/s, '$2')
    .replaceAll(/\s+/g, ' ');
