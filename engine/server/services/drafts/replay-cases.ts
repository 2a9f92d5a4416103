import { assemble } from '#core/assemble/index.ts';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition, evaluating } from '#core/compile/index.ts';
import {
  exampleOf,
  type FormHashes,
  formHashes,
  type Question,
  reachedOf,
  type WatchedRule,
} from '#core/draft/index.ts';
import { resolveAnswers } from '#core/evaluate/index.ts';
import { asObject } from '#core/json/index.ts';
import type {
  CompiledCategory,
  CompiledEdition,
  CycleDefinition,
  Json,
  SourceFile,
} from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { validateResolved } from '#core/validate/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';
import type { Exampled, Replayed, ReplayedOf, Replaying, ReplayOf } from '#server/services/ground/index.ts';
import { causeOf } from './causes.ts';
import { linesOf } from './example-lines.ts';
import { outputEffects } from './output-effects.ts';

type Under = { replaying: Omit<Replaying, 'watched'>; files: () => SourceFile[] };
type Of = Under & { replaying: Replaying };
type Asked = Of & { cases: ReplayedOf[] };
type Exemplifying = Of & { example: ReplayOf; question: Question | null };

/** What the thread has compiled last: the applications of a cycle come in parts. */
let latest: { key: string; edition: CompiledEdition | null } | null = null;

/** What blocks applications under one cycle of a draft, and which of their sections it does not have. */
export function replayedUnder({ replaying, files, cases }: Asked): Replayed[] {
  const edition = compiled(replaying, files);
  return cases.map((one) => edition && replayed(edition, one, replaying.watched));
}

/** By what its forms can be told apart; none where the draft has no such cycle. */
export function formsUnder({ replaying, files }: Under): FormHashes {
  const edition = compiled(replaying, files);
  return edition === null ? {} : formHashes(edition.definition);
}

/** What example of the draft an application becomes. */
export function exampleUnder({ replaying, files, example, question }: Exemplifying): Exampled {
  const edition = compiled(replaying, files);
  const category = edition?.categories[example.application.category];
  if (!edition || !category) return null;
  const cycle = withWindow(edition.definition.edition.cycle, example.facts.cycle);
  const made = exampleOf(edition, { ...example, facts: { ...example.facts, cycle } }, question);
  return { made, lines: linesOf(category, made.example) };
}

function compiled(
  { source, cycle, calendar }: Under['replaying'],
  files: () => SourceFile[],
): CompiledEdition | null {
  const key = [source, cycle, JSON.stringify(calendar)].join(' ');
  if (latest?.key !== key) latest = { key, edition: editionOf(files(), cycle, calendar) };
  return latest.edition;
}

function editionOf(
  files: SourceFile[],
  cycle: string,
  calendar: CycleDefinition | null,
): CompiledEdition | null {
  const folder = files.find(({ path, json }) => isEditionOf(path, json, cycle))?.path.split('/')[0];
  const own = files.filter(({ path }) => [folder, undefined].includes(identifyFile(path)?.cycle));
  const [loaded] = assemble(calendar === null ? own : own.map((file) => dated(file, calendar)));
  if (!loaded || folder === undefined) return null;
  return compileEdition(loaded.definition, { validators: ajvValidators(), routes: compileRoute });
}

const isEditionOf = (path: string, json: Json | undefined, cycle: string): boolean =>
  identifyFile(path)?.kind === 'edition' && asObject(asObject(json).cycle).id === cycle;

/** The settings of a cycle with another one's year and days. */
const dated = (file: SourceFile, calendar: CycleDefinition): SourceFile =>
  identifyFile(file.path)?.kind === 'edition'
    ? { ...file, json: { ...asObject(file.json), cycle: calendar } }
    : file;

function replayed(
  edition: CompiledEdition,
  { application, facts, before }: ReplayedOf,
  watched: WatchedRule[],
): Replayed {
  const category = edition.categories[application.category];
  if (!category) return null;
  const cycle = withWindow(edition.definition.edition.cycle, facts.cycle);
  const own = { ...facts, cycle };
  const { resolved, problems } = evaluating(edition.scope, () => {
    const resolved = resolveAnswers(edition, application, own);
    return { resolved, problems: validateResolved(edition, resolved, application) };
  });
  return {
    causes: problems
      .filter(({ severity }) => severity === 'block')
      .map((problem) => causeOf(category, problem)),
    unplaced: Object.keys(application.sections).filter((id) => !category.bySection[id]),
    reached: reachedOf(edition, watched, application, own),
    sheets: titledSheets(edition, category),
    outputs: before === null ? [] : outputEffects(edition, { application, facts: own, resolved, before }),
  };
}

const titledSheets = ({ sheets }: CompiledEdition, { definition }: CompiledCategory) =>
  (definition.sheets ?? []).map((id) => ({ id, title: sheets[id]?.title ?? id }));

/** The calendar stays as it is: that next year's has not begun blocks nobody. */
function withWindow(next: CycleDefinition, own: CycleDefinition): CycleDefinition {
  const { opensAt, closesAt, returnedUntil } = own;
  return { ...next, opensAt, closesAt, ...(returnedUntil !== undefined && { returnedUntil }) };
}
