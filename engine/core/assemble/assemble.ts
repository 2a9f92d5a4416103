import { forgetful, type Memory } from '#core/memory/index.ts';
import type { Definition, LoadedEdition, SourceFile } from '#core/model/index.ts';
import { cyclesOf, type FileKind, identifyFile } from '#core/vocabulary/index.ts';
import { resolveCategories } from './categories.ts';
import { withDefaults } from './defaults.ts';
import { resolveFacts } from './facts/index.ts';
import { createFragments, type Fragments, resolvePart } from './fragments.ts';
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
 * With a memory parts whose files are the same objects as before are the same objects, too.
 */
export function assemble(files: SourceFile[], memory: Memory = forgetful): LoadedEdition[] {
  const cycles = cyclesOf(files.map((file) => file.path));
  return (cycles.length > 0 ? cycles : ['']).map((cycle) => assembleCycle(files, cycle, memory));
}

function assembleCycle(all: SourceFile[], cycle: string, memory: Memory): LoadedEdition {
  const files = all.filter((file) => belongsTo(file.path, cycle));
  const { problems, report } = createReport();
  const sources = withoutShadowed(readSources(files, report, memory));
  const parts = rootOf(sources, cycle, { memory, report });
  const root = resolveFacts(localesOf(files, sources, parts, report), memory);
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

/** What a cycle writes itself stands in the place of the shared part of that kind and id. */
function withoutShadowed(sources: Source[]): Source[] {
  const name = ({ kind, id }: Source): string => `${kind}/${id}`;
  const own = new Set(sources.filter(({ cycle }) => cycle !== undefined).map(name));
  return sources.filter((source) => source.cycle !== undefined || !own.has(name(source)));
}

function rootOf(sources: Source[], cycle: string, { memory, report }: Tools): Traced {
  const fragments = fragmentsOf(sources, memory);
  const complete = (kind: FileKind, part: Traced) =>
    memory.once(part, 'complete', [], () => withDefaults(kind, part));
  const resolved = (kind: FileKind) =>
    of(sources, kind).map((part) => complete(kind, resolvePart(part, fragments, report)));
  // Code lists are long and name no fragments.
  const whole = (kind: FileKind) => of(sources, kind).map((part) => complete(kind, part));
  return objectOf(
    [
      ['programme', complete('programme', single(sources, 'programme', 'programme.json', report))],
      [
        'edition',
        complete('edition', single(sources, 'edition', `${cycle || '<cycle>'}/edition.json`, report)),
      ],
      [
        'categories',
        list(categoriesOf(sources, fragments, { memory, report }).map((part) => complete('category', part))),
      ],
      ['routes', list(resolved('route'))],
      ['codes', list(whole('codes'))],
      ['expressions', list(resolved('expression'))],
      ['sheets', list(resolveSheets(sources, { memory, report }).map((part) => complete('sheet', part)))],
      ['rosters', list(resolved('roster'))],
      ['cases', list(casesOf(sources, memory))],
      ...whole('demo').map((part): [string, Traced] => ['demo', part]),
    ],
    ROOT,
  );
}

type Tools = { memory: Memory; report: Report };

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
  return part ?? traced({}, { file, pointer: '' });
}

function fragmentsOf(sources: Source[], memory: Memory): Fragments {
  const fragments = sources.filter((source) => source.kind === 'fragment');
  const schemaOf = ({ part }: Source) => memory.once(part, 'schema', [], () => childOf(part, 'schema'));
  return createFragments(new Map(fragments.map((source) => [source.id, schemaOf(source)])), memory);
}

/** Every form takes the sections of its cycle and those that all cycles share. */
function categoriesOf(sources: Source[], fragments: Fragments, { report }: Tools): Traced[] {
  const sections = sources.filter((source) => source.kind === 'section');
  const resolve = (kind: FileKind) =>
    resolveCategories({
      categories: sources.filter((source) => source.kind === kind),
      sections,
      fragments,
      report,
    });
  return [...resolve('account'), ...resolve('category')];
}

/** A case is known by the name of its file. */
function casesOf(sources: Source[], memory: Memory): Traced[] {
  const cases = sources.filter((source) => source.kind === 'case');
  return cases.map((source) =>
    memory.once(source.part, 'case', [], () => {
      const id = traced(source.id, { file: source.path, pointer: '/id' });
      return withEntry(withDefaults('case', source.part), 'id', id);
    }),
  );
}
