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

/** The example of a sheet that is filled in so far: of the form that one is at, where it has any. */
export function exampleWith(
  examples: readonly CaseDefinition[],
  fill: Fill,
  form?: string,
): CaseDefinition | undefined {
  const own = examples.filter(({ category }) => category === form);
  const some = own.length > 0 ? own : examples;
  if (fill === 'typical') return some[Math.floor(some.length / 2)];
  return fill === 'least' ? some[0] : some.at(-1);
}
