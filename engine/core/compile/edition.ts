import type {
  CompiledCategory,
  CompiledEdition,
  CompiledRoute,
  Definition,
  LogicScope,
  RouteDefinition,
} from '#core/model/index.ts';
import { compileCategory } from './category.ts';
import { deepFreeze } from './freeze.ts';
import { hashDefinition } from './hash.ts';
import { compileInputs } from './input.ts';
import { evaluating } from './logic/index.ts';
import { byId, scopeOf } from './scope.ts';
import { noValidators, type ValidatorSource } from './validators.ts';

type CompileOptions = {
  /** The edition's name where it is known already (it was stored under it). */
  hash?: string | undefined;
  /** Absent: the edition can be evaluated, not validated. */
  validators?: ValidatorSource;
  /** Compiles routes; absent: the edition has none (a form alone needs none). */
  routes?: (route: RouteDefinition, scope: LogicScope, written?: CompiledRoute) => CompiledRoute;
};

/** What is not frozen: the state machine, in which its library keeps state of its own. */
const opaque: ReadonlySet<string> = new Set(['machine']);

/**
 * Makes an edition ready to run: conditions and rules become closures, sections get validators, all of it frozen.
 * Throws when the definition is broken in a way that `lint` reports.
 */
export function compileEdition(definition: Definition, options: CompileOptions = {}): CompiledEdition {
  const scope = scopeOf(definition);
  const how = { ...options, validators: shared(options.validators ?? noValidators) };
  // What is computed beforehand is bounded as well: what takes too long is left for when it is asked for, and fails then.
  const edition = evaluating(scope, () => compileWithin(definition, scope, how));
  HOW.set(edition, how);
  return edition;
}

/** How editions were compiled, for their views in other languages. */
const HOW = new WeakMap<CompiledEdition, Compiling>();

/**
 * An edition with other texts: its logic reads what the edition as it is written says, so that no rule decides
 * otherwise in another language. Throws for what was not compiled here.
 */
export function compileView(written: CompiledEdition, definition: Definition): CompiledEdition {
  const how = HOW.get(written);
  if (how === undefined) throw new Error(`Edition ${written.hash} was not compiled by compileEdition`);
  const { scope, hash } = written;
  return evaluating(scope, () => compileWithin(definition, scope, { ...how, hash }, written));
}

type Compiling = CompileOptions & { validators: ValidatorSource };

function compileWithin(
  definition: Definition,
  scope: LogicScope,
  options: Compiling,
  written?: CompiledEdition,
): CompiledEdition {
  const source = options.validators;
  const concrete = definition.categories.filter((category) => category.abstract !== true);
  const edition: CompiledEdition = {
    hash: options.hash ?? hashDefinition(definition),
    definition,
    scope,
    categories: compileAll(concrete, (category) =>
      compileCategory(category, scope, source, written?.categories[category.id]),
    ),
    routes: compileRoutes(definition.routes, scope, options.routes, written),
    inputs: compileInputs(definition.routes, scope, source),
    codes: byId(definition.codes),
    sheets: byId(definition.sheets),
    rosters: byId(definition.rosters),
    ...(written === undefined ? {} : { written }),
  };
  deepFreeze(definition);
  return deepFreeze(edition, opaque);
}

function compileRoutes(
  routes: RouteDefinition[],
  scope: LogicScope,
  compile: CompileOptions['routes'],
  written: CompiledEdition | undefined,
): Record<string, CompiledRoute> {
  if (compile === undefined) return {};
  return compileAll(routes, (route) => compile(route, scope, written?.routes[route.id]));
}

function compileAll<D extends { id: string }, T extends CompiledCategory | CompiledRoute>(
  definitions: D[],
  compile: (definition: D) => T,
): Record<string, T> {
  const index: Record<string, T> = Object.create(null);
  for (const definition of definitions) index[definition.id] = compile(definition);
  return index;
}

/** Equal schemas are compiled once, in whichever category they stand. */
function shared(source: ValidatorSource): ValidatorSource {
  const known = new Map<string, ReturnType<ValidatorSource>>();
  return (key, schema) => {
    const pair = known.get(key) ?? source(key, schema);
    known.set(key, pair);
    return pair;
  };
}
