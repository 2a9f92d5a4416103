import { fileURLToPath } from 'node:url';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import type { CompiledEdition, Definition, Json, LoadedEdition } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { treeOf } from '#core/translate/index.ts';
import { textsOf } from '#core/translate/texts.ts';
import { loadProgramme } from '#server/load/index.ts';

export const GARDEN = 'tests/fixtures/programmes/garden-grants';
export const TITLES = 'definitions/chongqing-health-titles';

/** The newest edition of a programme of this repository. */
export async function loaded(folder: string): Promise<LoadedEdition> {
  const editions = await loadProgramme(fileURLToPath(new URL(`../../../${folder}`, import.meta.url)));
  const newest = editions.at(-1);
  if (!newest) throw new Error(`${folder} holds no edition`);
  return newest;
}

/** A copy in which `language` has for every text what `reword` makes of it. */
export function withLanguage(
  definition: Definition,
  language: string,
  reword: (text: string, index: number) => string,
): Definition {
  const sites = textsOf(definition as unknown as Json);
  const texts = treeOf(sites.map(({ key, text }, index) => ({ key, text: reword(text, index) })));
  return { ...definition, locales: [{ id: language, texts }] };
}

export const compiled = (definition: Definition): CompiledEdition =>
  compileEdition(structuredClone(definition), { validators: ajvValidators(), routes: compileRoute });
