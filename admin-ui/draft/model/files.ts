import { assemble } from '#core/assemble/index.ts';
import type { LoadedEdition, SourceFile } from '#core/model/index.ts';
import type { SourceFiles } from '#core/model/wire/index.ts';

/** The files of a draft as the core takes them. */
export function sourceFiles({ files }: SourceFiles): SourceFile[] {
  return files.map(({ path, text }) =>
    path.endsWith('.json') ? { path, json: JSON.parse(text) } : { path, text },
  );
}

/** The cycles of a draft, the youngest first. */
export function cyclesOf(files: SourceFile[]): LoadedEdition[] {
  const opening = ({ definition }: LoadedEdition): number =>
    Date.parse(definition.edition.cycle?.opensAt ?? '');
  return assemble(files).toSorted((a, b) => opening(b) - opening(a));
}

/** The files of one cycle and those that all share: as many as it takes to see what a change does to the cycle. */
export function filesOfCycle(files: readonly SourceFile[], cycle: string): SourceFile[] {
  const others = new Set(
    files.flatMap(({ path }) => (path.endsWith('/edition.json') ? [path.slice(0, path.indexOf('/'))] : [])),
  );
  others.delete(cycle);
  return files.filter(({ path }) => !others.has(path.slice(0, Math.max(path.indexOf('/'), 0))));
}
