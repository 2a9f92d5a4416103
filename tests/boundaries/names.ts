/** Which names a file exports, and which it takes from where. */
import { posix } from 'node:path';
import { resolve, type Source } from './sources.ts';

const DECLARED =
  /^export\s+(?:async\s+)?(?:const|let|function\*?|class|type|interface)\s+([A-Za-z_$][\w$]*)/gm;
const LISTED = /^export\s+(?:type\s+)?\{([^}]*)\}/gm;
const TAKEN = /(?:import|export)\s+(?:type\s+)?([^'"`;]*?)\s+from\s+'([.#][^']+)'/g;
const LOADED = /import\(\s*'([.#][^']+)'\s*\)/g;

const listed = (braces: string): string[] =>
  braces
    .split(',')
    .map((part) => part.trim().replace(/^type\s+/, ''))
    .filter((part) => part !== '');

/** The names that others can import; `export *` hands on and names nothing. */
export function exportedBy({ text }: Source): string[] {
  const declared = [...text.matchAll(DECLARED)].map((match) => match[1] ?? '');
  const handedOn = [...text.matchAll(LISTED)].flatMap((match) => listed(match[1] ?? ''));
  const renamed = handedOn.map((part) => part.split(/\s+as\s+/).at(-1) ?? part);
  return [...declared, ...renamed, ...(/^export default/m.test(text) ? ['default'] : [])];
}

export type Taken = { target: string; name: string };

/** What a file takes from other files: `*` is everything, as by `export *`, a namespace or a file loaded late. */
export function takenBy({ path, text }: Source): Taken[] {
  const place = (target: string) => resolve(posix.dirname(path), target);
  const named = [...text.matchAll(TAKEN)].flatMap(([, clause = '', target = '']) =>
    namesOf(clause).map((name) => ({ target: place(target), name })),
  );
  const late = [...text.matchAll(LOADED)].map((match) => ({ target: place(match[1] ?? ''), name: '*' }));
  return [...named, ...late];
}

function namesOf(clause: string): string[] {
  const braces = listed(/\{([^}]*)\}/.exec(clause)?.[1] ?? '').map(
    (part) => part.split(/\s+as\s+/)[0] ?? part,
  );
  const rest = clause
    .replace(/\{[^}]*\}/, '')
    .replace(',', '')
    .trim();
  if (rest === '') return braces;
  return [...braces, rest.startsWith('*') ? '*' : 'default'];
}
