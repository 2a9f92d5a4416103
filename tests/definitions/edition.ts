import { fileURLToPath } from 'node:url';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import type { CompiledEdition, LoadedEdition, SectionDefinition } from '#core/model/index.ts';
import { loadProgramme } from '#server/load/index.ts';

const FOLDER = fileURLToPath(new URL('../../definitions/chongqing-health-titles', import.meta.url));

/** The 2026 edition as its folder stands; of another programme its first. */
export async function loadEdition(folder = FOLDER): Promise<LoadedEdition> {
  const [loaded] = await loadProgramme(folder);
  if (!loaded) throw new Error('the folder holds no cycle');
  return loaded;
}

export function compile(loaded: LoadedEdition): CompiledEdition {
  return compileEdition(loaded.definition, { validators: ajvValidators() });
}

/** One part of the definition by its id; says which one is missing. */
export function byId<T extends { id: string }>(parts: readonly T[], id: string): T {
  const found = parts.find((part) => part.id === id);
  if (!found) throw new Error(`there is no "${id}"`);
  return found;
}

export function sectionOf(loaded: LoadedEdition, category: string, section: string): SectionDefinition {
  return byId(byId(loaded.definition.categories, category).sections, section);
}

export const CATEGORIES = [
  'clinical',
  'public-health',
  'tcm',
  'nursing',
  'pharmacy',
  'medical-technology',
  'family-planning',
  'primary-general-practice',
  'primary-other',
] as const;

export const PRIMARY: readonly string[] = ['primary-general-practice', 'primary-other'];
