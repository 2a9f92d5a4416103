import { asObject, asText, isObject } from '#core/json/index.ts';
import type { Memory } from '#core/memory/index.ts';
import type { LoadedEdition, SourceFile } from '#core/model/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';
import type { Check, Finding } from '../../context.ts';

/**
 * A section, fragment or abstract category that nothing uses: it is left over, or something refers to it by a wrong
 * name.
 */
export const unusedFile: Check = {
  code: 'unused-file',
  run: ({ loaded, memory }) => {
    const used = usedNames(loaded, memory);
    return loaded.files.flatMap((file) => {
      const place = identifyFile(file.path);
      if (!place || !mustBeNamed(file, place.kind) || used.has(`${place.kind} ${place.id}`)) return [];
      return [
        {
          at: { file: file.path, pointer: '' },
          severity: 'warning',
          sentence: SENTENCES[place.kind] ?? 'unused-file.section',
        },
      ];
    });
  },
};

const SENTENCES: Partial<Record<string, Finding['sentence']>> = {
  section: 'unused-file.section',
  fragment: 'unused-file.fragment',
  category: 'unused-file.category',
};

function mustBeNamed(file: SourceFile, kind: string): boolean {
  if (!isObject(file.json)) return false;
  return kind === 'section' || kind === 'fragment' || (kind === 'category' && file.json.abstract === true);
}

/** A section is used by whoever names it on a page; shared sections may serve several categories. */
function usedNames(loaded: LoadedEdition, memory: Memory): Set<string> {
  const used = new Set<string>();
  for (const { section } of sectionsIn(loaded)) used.add(`section ${section}`);
  for (const file of loaded.files) {
    const { json } = file;
    for (const id of memory.once(file, 'fragments', [], () => fragmentsIn(json))) used.add(`fragment ${id}`);
    const parent = asText(asObject(json).extends);
    if (parent !== undefined) used.add(`category ${parent}`);
  }
  return used;
}

function sectionsIn({ definition }: LoadedEdition): { section: string }[] {
  return definition.categories.flatMap((category) =>
    category.sections.map((section) => ({ section: section.id })),
  );
}

function fragmentsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(fragmentsIn);
  if (!isObject(value)) return [];
  const own = typeof value.fragment === 'string' ? [value.fragment] : [];
  return [...own, ...Object.values(value).flatMap(fragmentsIn)];
}
