import type { Definition, LoadedEdition, SourceFile } from '#core/model/index.ts';
import { cyclesOf, type FileKind, identifyFile } from '#core/vocabulary/index.ts';
import { resolveCategories } from './categories.ts';
import { withDefaults } from './defaults.ts';
import { resolveFacts } from './facts/index.ts';
import { createFragments, type Fragments, resolveFragments } from './fragments.ts';
import { localesOf } from './locales.ts';
import { createReport, type Report } from './report.ts';
import { resolveSheets } from './sheets.ts';
import { readSources, type Source } from './sources.ts';
import { childOf, listOf, objectOf, originOf, type Traced, traced, withEntry } from './traced.ts';

/**
 * Makes editions of a programme's files: one for each cycle's folder, together with the parts that all
 * cycles share. `extends`, overlays, fragments and pages are resolved; `locate` leads every part of the
 * definition back to the file that wrote it. Takes the files in any order; what is wrong with them is
 * listed in `problems`, nothing is thrown. A folder without any cycle gives one edition that says so.
 */
export function assemble(files: SourceFile[]): LoadedEdition[] {
  const cycles = cyclesOf(files.map((file) => file.path));
  return (cycles.length > 0 ? cycles : ['']).map((cycle) => assembleCycle(files, cycle));
}

function assembleCycle(all: SourceFile[], cycle: string): LoadedEdition {
  const files = all.filter((file) => belongsTo(file.path, cycle));
  const { problems, report } = createReport();
  const sources = readSources(files, report);
  const root = resolveFacts(localesOf(files, sources, rootOf(sources, cycle, report), report));
  return {
    definition: root.value as unknown as Definition,
    files,
    problems,
    locate: (pointer) => originOf(root, pointer),
  };
}

/** Shared files belong to every cycle; files of a cycle to that one alone. */
function belongsTo(path: string, cycle: string): boolean {
  const [folder = ''] = path.split('/');
  return folder === cycle || !path.includes('/') || identifyFile(path)?.cycle === undefined;
}

function rootOf(sources: Source[], cycle: string, report: Report): Traced {
  const fragments = fragmentsOf(sources);
  const resolved = (kind: FileKind) =>
    of(sources, kind).map((part) => withDefaults(kind, resolveFragments(part, fragments, report)));
  // Code lists are long and name no fragments.
  const whole = (kind: FileKind) => of(sources, kind).map((part) => withDefaults(kind, part));
  return objectOf(
    [
      ['programme', single(sources, 'programme', 'programme.json', report)],
      ['edition', single(sources, 'edition', `${cycle || '<cycle>'}/edition.json`, report)],
      ['categories', list(categoriesOf(sources, fragments, report))],
      ['routes', list(resolved('route'))],
      ['codes', list(whole('codes'))],
      ['expressions', list(resolved('expression'))],
      ['sheets', list(resolveSheets(sources, report).map((part) => withDefaults('sheet', part)))],
      ['rosters', list(resolved('roster'))],
      ['cases', list(casesOf(sources))],
      ...whole('demo').map((part): [string, Traced] => ['demo', part]),
    ],
    ROOT,
  );
}

/** The definition as a whole stands in no file; its parts do. */
const ROOT = { file: '', pointer: '' };

function list(parts: Traced[]): Traced {
  return listOf(parts, ROOT);
}

function of(sources: Source[], kind: FileKind): Traced[] {
  return sources.filter((source) => source.kind === kind).map((source) => source.part);
}

function single(sources: Source[], kind: FileKind, file: string, report: Report): Traced {
  const [part] = of(sources, kind);
  if (!part) report('missing-file', { file, pointer: '' });
  return withDefaults(kind, part ?? traced({}, { file, pointer: '' }));
}

function fragmentsOf(sources: Source[]): Fragments {
  const fragments = sources.filter((source) => source.kind === 'fragment');
  return createFragments(new Map(fragments.map((source) => [source.id, childOf(source.part, 'schema')])));
}

/** Registration forms take the programme's own sections; applications those of their cycle, then the shared. */
function categoriesOf(sources: Source[], fragments: Fragments, report: Report): Traced[] {
  const sections = sources.filter((source) => source.kind === 'section');
  const shared = sections.filter((section) => section.cycle === undefined);
  const ofCycle = sections.filter((section) => section.cycle !== undefined);
  const resolve = (kind: FileKind, available: Source[]) =>
    resolveCategories({
      categories: sources.filter((source) => source.kind === kind),
      sections: available,
      fragments,
      report,
    });
  const categories = [...resolve('account', shared), ...resolve('category', [...ofCycle, ...shared])];
  return categories.map((part) => withDefaults('category', part));
}

/** A case is known by the name of its file. */
function casesOf(sources: Source[]): Traced[] {
  const cases = sources.filter((source) => source.kind === 'case');
  return cases.map((source) => {
    const id = traced(source.id, { file: source.path, pointer: '/id' });
    return withEntry(withDefaults('case', source.part), 'id', id);
  });
}
