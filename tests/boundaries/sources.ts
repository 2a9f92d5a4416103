/** The generic code as text: what the boundary tests read. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

const ALIASES: Record<string, string> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).imports;

export type Source = { path: string; text: string };

/** Every code file below these folders, paths relative to the repository with `/`. */
export function readSources(
  folders: string[],
  endings = ['.ts', '.tsx', '.mjs', '.json', '.css', '.html'],
): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => ({ path: relative(root, file).split(sep).join('/'), text: readFileSync(file, 'utf8') })),
  );
}

const IMPORT =
  /(?:import|export)\s+(?:type\s+)?(?:[^'"`;]*?\s+from\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

/** What a file imports: relative ones resolved to repository paths, packages by name. */
export function importsOf(source: Source): string[] {
  const folder = source.path.split('/').slice(0, -1).join('/');
  return [...source.text.matchAll(IMPORT)]
    .map((match) => match[1] ?? match[2] ?? '')
    .map((target) => resolve(folder, target));
}

/** A relative import, or one by an alias of package.json (`#core/…`), as a repository path; a package as it is. */
export function resolve(folder: string, target: string): string {
  if (target.startsWith('#')) return aliased(target);
  if (!target.startsWith('.')) return target;
  return join(folder, target).split(sep).join('/');
}

function aliased(target: string): string {
  const [alias = '', ...rest] = target.split('/');
  const place = ALIASES[`${alias}/*`];
  if (!place) throw new Error(`"${target}": package.json has no imports "${alias}/*"`);
  return [place.replace('./', '').replace('/*', ''), ...rest].join('/');
}

const COMMENT = /\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*|<!--[\s\S]*?-->/g;
const QUOTED = /'([^'\\\n]*)'|"([^"\\\n]*)"|`([^`\\\n$]*)`/g;

/** Every text that stands in quotes, whole; what comments quote is no code. */
export function quotedWords({ path, text }: Source): string[] {
  const code = path.endsWith('.json') ? text : text.replace(COMMENT, '');
  return [...code.matchAll(QUOTED)].map(([, single, double, back]) => single ?? double ?? back ?? '');
}
