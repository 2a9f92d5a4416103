import type { CaseDefinition, CompiledEdition } from '#core/model/index.ts';

/** How much of a sheet is filled in. */
export type Fill = 'least' | 'typical' | 'full';

/** The examples that a sheet can be filled in with, from the one that says least to the one that says most. */
export function examplesOf(edition: CompiledEdition, sheet: string): CaseDefinition[] {
  const { cases } = edition.definition;
  const fits = cases.filter(({ category }) =>
    edition.categories[category]?.definition.sheets?.includes(sheet),
  );
  return fits.toSorted((a, b) => sizeOf(a, cases) - sizeOf(b, cases));
}

/** With what it takes over from another example. */
function sizeOf(example: CaseDefinition, all: readonly CaseDefinition[]): number {
  const above = all.find(({ id }) => id === example.extends);
  const own = JSON.stringify(example.sections ?? {}).length;
  return own + (above === undefined ? 0 : sizeOf(above, all));
}

/** The example of a sheet that is filled in so far. */
export function exampleWith(examples: readonly CaseDefinition[], fill: Fill): CaseDefinition | undefined {
  if (fill === 'typical') return examples[Math.floor(examples.length / 2)];
  return fill === 'least' ? examples[0] : examples.at(-1);
}
