import { assemble } from '#core/assemble/index.ts';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import type { CompiledEdition, CycleDefinition, SourceFile } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { validate } from '#core/validate/index.ts';
import type { Replayed, ReplayOf } from '#server/services/ground/index.ts';
import { causeOf } from './causes.ts';

type Asked = { source: string; files: () => SourceFile[]; cycle: string; cases: ReplayOf[] };

/** What the thread has compiled last: the applications of a cycle come in parts. */
let latest: { key: string; edition: CompiledEdition | null } | null = null;

/** What blocks applications under one cycle of a draft, and which of their sections it does not have. */
export function replayedUnder({ source, files, cycle, cases }: Asked): Replayed[] {
  const key = `${source} ${cycle}`;
  if (latest?.key !== key) latest = { key, edition: editionOf(files(), cycle) };
  const { edition } = latest;
  return cases.map((one) => edition && replayed(edition, one));
}

function editionOf(files: SourceFile[], cycle: string): CompiledEdition | null {
  const loaded = assemble(files).find(({ definition }) => definition.edition.cycle.id === cycle);
  if (!loaded) return null;
  return compileEdition(loaded.definition, { validators: ajvValidators(), routes: compileRoute });
}

function replayed(edition: CompiledEdition, { application, facts }: ReplayOf): Replayed {
  const category = edition.categories[application.category];
  if (!category) return null;
  const cycle = withWindow(edition.definition.edition.cycle, facts.cycle);
  const problems = validate(edition, application, { ...facts, cycle });
  return {
    causes: problems
      .filter(({ severity }) => severity === 'block')
      .map((problem) => causeOf(category, problem)),
    unplaced: Object.keys(application.sections).filter((id) => !category.bySection[id]),
  };
}

/** The calendar stays as it is: that next year's has not begun blocks nobody. */
function withWindow(next: CycleDefinition, own: CycleDefinition): CycleDefinition {
  const { opensAt, closesAt, returnedUntil } = own;
  return { ...next, opensAt, closesAt, ...(returnedUntil !== undefined && { returnedUntil }) };
}
