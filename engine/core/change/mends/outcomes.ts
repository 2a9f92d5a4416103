import { assemble } from '#core/assemble/index.ts';
import { compileEdition, compileLogic, scopeOf } from '#core/compile/index.ts';
import { exampleData, factsOf } from '#core/facts/index.ts';
import { type JsonObject, sameJson } from '#core/json/index.ts';
import type {
  AnswerProblem,
  CaseDefinition,
  CompiledEdition,
  ExpressionDefinition,
  Json,
  LoadedEdition,
  SourceFile,
} from '#core/model/index.ts';
import { evaluateAndValidate, openCase, runCase } from '#core/validate/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';
import type { Change } from '../model.ts';
import { sheetsNow } from './shown-sheets.ts';

type Compiling = NonNullable<Parameters<typeof compileEdition>[1]>;
type Patches = [file: string, patch: JsonObject][];

/**
 * What examples would have to expect after changes, of those that held before and do not now: proposed, for somebody to
 * say that it is meant so. `before` and `after` hold without an error. `compiling` brings the validators: this room has no
 * compiler of its own. `begun`: cycles that `before` has as copies of others. Their examples held where they were copied
 * from, also those that the years between alone have turned red.
 */
export function outcomeMends(
  before: readonly SourceFile[],
  after: readonly SourceFile[],
  compiling: Compiling,
  begun: ReadonlySet<string> = new Set(),
): Change[] {
  const earlier = new Map(assemble([...before]).map((loaded) => [loaded.definition.edition.id, loaded]));
  const now = assemble([...after]);
  const patches = now.flatMap((loaded) => {
    const { id } = loaded.definition.edition;
    const was = earlier.get(id);
    const isBegun = begun.has(id);
    const isTouched = was && (isBegun || !sameJson(jsonOf(was.definition), jsonOf(loaded.definition)));
    return isTouched
      ? [...casePatches(was, loaded, compiling, isBegun), ...expressionPatches(was, loaded, now.length > 1)]
      : [];
  });
  return patches.length > 0 ? [{ kind: 'changeCases', patches: Object.fromEntries(patches) }] : [];
}

function casePatches(was: LoadedEdition, is: LoadedEdition, compiling: Compiling, isBegun: boolean): Patches {
  const [old, edition] = [was, is].map(({ definition }) => compileEdition(definition, compiling));
  if (!old || !edition) return [];
  const known = new Map(was.definition.cases.map((one) => [one.id, one]));
  return is.definition.cases.flatMap((example, index): Patches => {
    const earlier = known.get(example.id);
    if (!earlier || holds(edition, example, is)) return [];
    if (!isBegun && !holds(old, earlier, was)) return [];
    const now = outcomeOf(edition, example, is);
    const sheets = sheetsNow(
      { edition: old, example: earlier, loaded: was },
      { edition, example, loaded: is },
    );
    const expects = { ...now, ...(sheets && { sheets }) };
    return holds(edition, { ...example, expects }, is)
      ? [
          [
            is.locate(`/cases/${index}`).file,
            { expects: { ...goneKeys(example.expects, expects), ...expects } as JsonObject },
          ],
        ]
      : [];
  });
}

function holds(edition: CompiledEdition, example: CaseDefinition, { definition }: LoadedEdition): boolean {
  return runCase(edition, example, definition.cases).passed;
}

/** The same expectation of what now comes out. */
function outcomeOf(
  edition: CompiledEdition,
  example: CaseDefinition,
  { definition }: LoadedEdition,
): CaseDefinition['expects'] {
  const { application, facts } = openCase(edition, example, definition.cases);
  const { problems } = evaluateAndValidate(edition, application, facts);
  const { valid: _valid, problems: _problems, ...others } = example.expects;
  return {
    valid: !problems.some(({ severity }) => severity === 'block'),
    ...(problems.length > 0 && { problems: problems.map(expected) }),
    ...others,
  };
}

type Expected = NonNullable<CaseDefinition['expects']['problems']>[number];

function expected({ path, code, rule, slot, severity }: AnswerProblem): Expected {
  return {
    ...{ path, code },
    ...(rule !== undefined && { rule }),
    ...(slot !== undefined && { slot }),
    ...(severity === 'warn' && { severity }),
  };
}

/** In a merge patch, keys that are gone. */
function goneKeys(before: object, after: object): JsonObject {
  return Object.fromEntries(
    Object.keys(before)
      .filter((key) => !(key in after))
      .map((key) => [key, null]),
  );
}

/** `isOneOfMany`: there are other cycles, whose examples stay as they are. */
function expressionPatches(was: LoadedEdition, is: LoadedEdition, isOneOfMany: boolean): Patches {
  const known = new Map(was.definition.expressions.map((one) => [one.id, one]));
  return is.definition.expressions.flatMap((expression, index): Patches => {
    const earlier = known.get(expression.id);
    if (!earlier || !sameJson(jsonOf(earlier.cases), jsonOf(expression.cases))) return [];
    const cases = (expression.cases ?? []).map((one) => {
      const [old, now] = [resultOf(earlier, one, was), resultOf(expression, one, is)];
      return sameJson(old, one.expects) ? { ...one, expects: now } : one;
    });
    if (sameJson(jsonOf(cases), jsonOf(expression.cases))) return [];
    const { file } = is.locate(`/expressions/${index}`);
    const isShared = identifyFile(file)?.cycle === undefined && isOneOfMany;
    return [[isShared ? `${is.definition.edition.id}/${file}` : file, { cases: jsonOf(cases) }]];
  });
}

function resultOf(
  { id, params }: ExpressionDefinition,
  { data, params: given = {} }: NonNullable<ExpressionDefinition['cases']>[number],
  { definition }: LoadedEdition,
): Json {
  const read = { cycle: { ...definition.edition.cycle }, ...data };
  const operands = params.map((name) => ({ var: `given.${name}` }));
  const logic = { use: [id, ...operands] };
  return (
    compileLogic(logic, scopeOf(definition)).run({
      ...exampleData(read, factsOf(definition.edition)),
      given,
    }) ?? null
  );
}

const jsonOf = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? []));
