import { forgetful, type Memory } from '#core/memory/index.ts';
import type { Definition, LoadedEdition } from '#core/model/index.ts';
import type { Finding } from './report/finding.ts';
import { type FieldSite, fieldsOf } from './walk/fields.ts';
import type { LogicSite } from './walk/logic-site.ts';
import { logicsOf } from './walk/logics.ts';
import { type RouteSite, routeSite } from './walk/route-site.ts';
import { type SectionSite, sectionsOf } from './walk/sections.ts';

export type { Finding } from './report/finding.ts';
export type { RouteSite } from './walk/route-site.ts';

/** What every check is given: the edition, and its parts already walked. All pointers run into the definition. */
export type LintContext = {
  loaded: LoadedEdition;
  definition: Definition;
  sections: SectionSite[];
  fields: FieldSite[];
  logics: LogicSite[];
  routes: RouteSite[];
  /** What was found in parts that are the same objects as before. */
  memory: Memory;
};

/** One check: a file of `checks/`. */
export type Check = { code: string; run(context: LintContext): Finding[] };

/** Walks an edition once for all checks. */
export function createContext(loaded: LoadedEdition, memory: Memory = forgetful): LintContext {
  const { definition } = loaded;
  const sections = sectionsOf(definition, memory);
  const routes = definition.routes.map((route, index) =>
    memory.once(route, 'site', [index], () => routeSite(route, `/routes/${index}`)),
  );
  const fields = fieldsOf(definition, sections, memory);
  return {
    loaded,
    memory,
    definition,
    sections,
    fields,
    routes,
    logics: logicsOf(definition, { sections, fields, routes }, memory),
  };
}
