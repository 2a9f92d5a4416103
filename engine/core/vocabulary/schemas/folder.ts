/** What a file of a programme's folder is, by its path alone. */
export type FileKind =
  | 'programme'
  | 'demo'
  | 'manifest'
  | 'account'
  | 'route'
  | 'codes'
  | 'expression'
  | 'fragment'
  | 'section'
  | 'edition'
  | 'category'
  | 'sheet'
  | 'template'
  | 'css'
  | 'roster'
  | 'locale'
  | 'case';

/** `language`: of a template in another language than the programme's. */
type FileIdentity = { kind: FileKind; id: string; cycle?: string; language?: string };

/** The folders of a programme that every cycle shares. */
const SHARED: Record<string, FileKind> = {
  accounts: 'account',
  routes: 'route',
  codes: 'codes',
  expressions: 'expression',
  fragments: 'fragment',
  sections: 'section',
  locales: 'locale',
};

/** The folders of a cycle: its own parts, and those in which it differs from what all cycles share. */
const OF_CYCLE: Record<string, FileKind> = {
  ...SHARED,
  categories: 'category',
  rosters: 'roster',
  cases: 'case',
};

const OF_SHEET: Record<string, FileKind> = {
  'sheet.json': 'sheet',
  'template.hbs': 'template',
  'sheet.css': 'css',
};
/** A demonstration is every cycle's, or one that a cycle has of its own. */
const DEMO = 'demo.json';
const OF_ROOT: Record<string, FileKind> = {
  'programme.json': 'programme',
  [DEMO]: 'demo',
  'manifest.json': 'manifest',
};

/**
 * What the file is, or undefined where nothing of a programme stands at such a path. The folder of a kind may
 * be ordered by folders inside it, whose names mean nothing.
 */
export function identifyFile(path: string): FileIdentity | undefined {
  const parts = path.split('/');
  const first = parts[0] ?? '';
  if (parts.length === 1) return known(OF_ROOT, first, first);
  if (Object.hasOwn(SHARED, first)) return identifyJson(SHARED, first, parts.at(-1));
  const inCycle = identifyInCycle(parts.slice(1));
  return inCycle && { ...inCycle, cycle: first };
}

/** The cycles of a folder: every folder of the root that is none of the shared ones. */
export function cyclesOf(paths: string[]): string[] {
  const folders = paths.filter((path) => path.includes('/')).map((path) => path.split('/')[0] ?? '');
  return [...new Set(folders)].filter((folder) => !Object.hasOwn(SHARED, folder)).sort();
}

function identifyInCycle([first = '', ...inside]: string[]): FileIdentity | undefined {
  if (first === 'edition.json' && inside.length === 0) return { kind: 'edition', id: 'edition' };
  if (inside.length === 0) return first === DEMO ? known(OF_ROOT, DEMO, DEMO) : undefined;
  if (first === 'sheets') return identifySheet(inside);
  return identifyJson(OF_CYCLE, first, inside.at(-1));
}

function identifySheet([id = '', file, ...deeper]: string[]): FileIdentity | undefined {
  if (file === undefined || deeper.length > 0) return undefined;
  const language = /^template\.([A-Za-z-]+)\.hbs$/.exec(file)?.[1];
  return language === undefined ? known(OF_SHEET, file, id) : { kind: 'template', id, language };
}

function identifyJson(
  folders: Record<string, FileKind>,
  folder: string,
  name = '',
): FileIdentity | undefined {
  if (!name.endsWith('.json')) return undefined;
  return known(folders, folder, name.slice(0, -'.json'.length));
}

function known(kinds: Record<string, FileKind>, key: string, id: string): FileIdentity | undefined {
  const kind = Object.hasOwn(kinds, key) ? kinds[key] : undefined;
  return kind && { kind, id };
}
