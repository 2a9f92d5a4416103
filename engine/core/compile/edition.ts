import { forgetful, type Memory } from '#core/memory/index.ts';
import type {
  CategoryDefinition,
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
  /** Where what was compiled of parts that are the same objects, for the same codes and expressions, is found again. */
  memory?: Memory;
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
  const memory = options.memory ?? forgetful;
  const scope = sharedScope(definition, memory);
  const how = { ...options, memory, validators: shared(options.validators ?? noValidators) };
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

type Compiling = CompileOptions & { validators: ValidatorSource; memory: Memory };

/** What was compiled is found again by its scope: of the same codes and expressions there is one. */
function sharedScope(definition: Definition, memory: Memory): LogicScope {
  const { codes, expressions, programme, edition } = definition;
  const parts = [programme.timeZone, ...codes, null, ...expressions];
  return memory.once(edition.cycle, 'scope', parts, () => scopeOf(definition));
}

function compileWithin(
  definition: Definition,
  scope: LogicScope,
  options: Compiling,
  written?: CompiledEdition,
): CompiledEdition {
  const concrete = definition.categories.filter((category) => category.abstract !== true);
  const edition: CompiledEdition = {
    hash: options.hash ?? hashDefinition(definition),
    definition,
    scope,
    categories: compileCategories(concrete, scope, options, written),
    routes: compileRoutes(definition.routes, scope, options, written),
    inputs: compileInputs(definition.routes, scope, options),
    codes: byId(definition.codes),
    sheets: byId(definition.sheets),
    rosters: byId(definition.rosters),
    ...(written === undefined ? {} : { written }),
  };
  deepFreeze(definition);
  return deepFreeze(edition, opaque);
}

function compileCategories(
  categories: CategoryDefinition[],
  scope: LogicScope,
  { validators, memory }: Compiling,
  written: CompiledEdition | undefined,
): Record<string, CompiledCategory> {
  return compileAll(categories, (category) => {
    const own = written?.categories[category.id];
    return memory.once(category, 'compiled', [scope, own], () =>
      compileCategory(category, scope, validators, own, memory),
    );
  });
}

function compileRoutes(
  routes: RouteDefinition[],
  scope: LogicScope,
  { routes: compile, memory }: Compiling,
  written: CompiledEdition | undefined,
): Record<string, CompiledRoute> {
  if (compile === undefined) return {};
  return compileAll(routes, (route) => {
    const own = written?.routes[route.id];
    return memory.once(route, 'compiled', [scope, own], () => compile(route, scope, own));
  });
}

function compileAll<D extends { id: string }, T extends CompiledCategory | CompiledRoute>(
  definitions: D[],
  compile: (definition: D) => T,
): Record<string, T> {
  const index: Record<string, T> = Object.create(null);
  for (const definition of definitions) index[definition.id] = compile(definition);
  return index;
}

/** Equal schemas are compiled once, in whichever category they stand: their keys come in one order. */
function shared(source: ValidatorSource): ValidatorSource {
  const known = new Map<string, ReturnType<ValidatorSource>>();
  return (schema, name) => {
    const text = JSON.stringify(schema);
    const pair = known.get(text) ?? source(schema, name);
    known.set(text, pair);
    return pair;
  };
}
