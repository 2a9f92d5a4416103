import { compileLogic, readPaths, scopeOf } from '#core/compile/index.ts';
import type { JsonObject, Logic, LogicScope } from '#core/model/index.ts';
import { truthy } from '#core/vocabulary/index.ts';
import type { Check, RouteSite } from '../../context.ts';
import { reachableFrom } from '../../walk/reach.ts';
import type { SectionSite } from '../../walk/sections.ts';
import { holdersOf, names, type StateSite, upwards } from '../../walk/states.ts';

/** The applicant writes the section, and it is hidden or locked in every state that they hold. */
export const neverOpen: Check = {
  code: 'never-open',
  run: ({ sections, routes, definition }) => {
    const scope = scopeOf(definition);
    return sections.flatMap((site) => {
      const route = routes.find((one) => one.route.id === site.category.route);
      if (!route || site.category.account || !isApplicants(site) || !readsStates(site, scope)) return [];
      const isOpen = heldByApplicant(route).some((state) => opens(site, factsIn(state), scope));
      return isOpen
        ? []
        : [
            {
              at: `${site.pointer}/${site.section.visibleWhen === undefined ? 'readOnlyWhen' : 'visibleWhen'}`,
            },
          ];
    });
  },
};

const isApplicants = ({ section: { editBy = ['applicant'] } }: SectionSite): boolean =>
  editBy.includes('applicant');

const logicsOf = ({ section: { visibleWhen, readOnlyWhen } }: SectionSite): Logic[] =>
  [visibleWhen, readOnlyWhen].filter((logic) => logic !== undefined);

/** Only what follows from the state alone can be tried in each. */
function readsStates(site: SectionSite, { expressions }: LogicScope): boolean {
  const paths = logicsOf(site).flatMap((logic) => readPaths(logic, expressions));
  return paths.length > 0 && paths.every((path) => path === 'case.tags' || path === 'case.state');
}

function heldByApplicant(route: RouteSite): StateSite[] {
  const reached = reachableFrom(route);
  return route.states.filter(
    (state) => reached.has(state) && state.children.length === 0 && holdersOf(state).includes('applicant'),
  );
}

const factsIn = (state: StateSite): JsonObject => ({
  case: { tags: upwards(state).flatMap((one) => names(one.state.tags)), state: state.path.join('.') },
});

function opens({ section }: SectionSite, data: JsonObject, scope: LogicScope): boolean {
  const holds = (logic: Logic): boolean => {
    try {
      return truthy(compileLogic(logic, scope).run(data));
    } catch {
      // What cannot be computed is told by itself.
      return true;
    }
  };
  const { visibleWhen = true, readOnlyWhen = false } = section;
  return holds(visibleWhen) && !holds(readOnlyWhen);
}
