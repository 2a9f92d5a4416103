import type { Memory } from '#core/memory/index.ts';
import type { CaseDefinition, CompiledEdition } from '#core/model/index.ts';
import { runCase, type SheetMeasure, type SheetRenderer } from '#core/validate/index.ts';

/** An example, and in which points it comes out otherwise than it expects. */
export type CaseResult = { id: string; failures: string[] };

/** How sheets are printed and measured where a printer is at hand. The same for as long as a memory lives. */
export type SheetOutputs = (edition: CompiledEdition) => { render: SheetRenderer; measure: SheetMeasure };

/**
 * Runs the examples of an edition, one whenever the next one is asked for; without `outputs`, what a sheet would show is
 * read from its view. A case rests on its form and those that it extends, on the codes and expressions, and on what the
 * whole edition shares: it is run again where one of these is another object.
 */
export function* caseResults(
  edition: CompiledEdition,
  memory: Memory,
  outputs?: SheetOutputs,
): Generator<CaseResult> {
  const { cases } = edition.definition;
  const { render, measure } = outputs?.(edition) ?? {};
  for (const example of cases) {
    const run = () => runCase(edition, example, cases, render, measure).failures;
    yield { id: example.id, failures: memory.once(example, 'run', basisOf(example, edition), run) };
  }
}

function basisOf(example: CaseDefinition, { scope, categories, definition }: CompiledEdition): unknown[] {
  const line = lineageOf(example, definition.cases);
  const id = line.find(({ category }) => category !== undefined)?.category ?? '';
  const { programme, edition, sheets, routes } = definition;
  return [scope, categories[id], programme, edition, ...line, null, ...sheets, null, ...routes];
}

/** A case and those that it extends; lint has refused the missing and the circular ones. */
function lineageOf(example: CaseDefinition, all: readonly CaseDefinition[]): CaseDefinition[] {
  const above = all.find(({ id }) => id === example.extends);
  return above === undefined ? [example] : [example, ...lineageOf(above, all)];
}
