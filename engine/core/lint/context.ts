import type { Definition, LoadedEdition, RouteDefinition } from '#core/model/index.ts';
import type { Finding } from './report/index.ts';
import { type FieldSite, fieldsOf } from './walk/fields.ts';
import type { LogicSite } from './walk/logic-site.ts';
import { logicsOf } from './walk/logics.ts';
import { type SectionSite, sectionsOf } from './walk/sections.ts';
import { type StateSite, statesOf } from './walk/states.ts';
import { type TransitionSite, transitionsOf } from './walk/transitions.ts';

/** A route with everything that its machine holds. `pointer` runs into the definition. */
export type RouteSite = {
  route: RouteDefinition;
  pointer: string;
  states: StateSite[];
  transitions: TransitionSite[];
};

export type { Finding } from './report/index.ts';

/** What every check is given: the edition, and its parts already walked. All pointers run into the definition. */
export type LintContext = {
  loaded: LoadedEdition;
  definition: Definition;
  sections: SectionSite[];
  fields: FieldSite[];
  logics: LogicSite[];
  routes: RouteSite[];
};

/** One check: a file of `checks/`. */
export type Check = { code: string; run(context: LintContext): Finding[] };

/** Walks an edition once for all checks. */
export function createContext(loaded: LoadedEdition): LintContext {
  const { definition } = loaded;
  const sections = sectionsOf(definition);
  const routes = definition.routes.map((route, index) => routeSite(route, `/routes/${index}`));
  const fields = fieldsOf(definition, sections);
  return {
    loaded,
    definition,
    sections,
    fields,
    routes,
    logics: logicsOf(definition, sections, fields, routes),
  };
}

function routeSite(route: RouteDefinition, pointer: string): RouteSite {
  const states = statesOf(route);
  return { route, pointer, states, transitions: states.flatMap(transitionsOf) };
}
