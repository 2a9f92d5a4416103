import { asObject, pointer } from '#core/json/index.ts';
import type { Definition } from '#core/model/index.ts';
import { findersOf } from '#core/vocabulary/index.ts';
import type { Check, Finding, LintContext, RouteSite } from '../../context.ts';
import { finderPointer } from '../../walk/finder-pointer.ts';
import { names } from '../../walk/states.ts';

type Named = { at: string; desk: string; others: string[] };

/** Something names a desk that the route does not have. */
export const unknownDesk: Check = {
  code: 'unknown-desk',
  run: (context) => [...context.routes.flatMap(inRoute), ...inEditBy(context)],
};

function inRoute(site: RouteSite): Finding[] {
  return [...ofTransitions(site), ...ofStates(site), ...ofFinders(site), ...ofEvents(site)]
    .filter(({ desk, others }) => !Object.hasOwn(site.route.desks, desk) && !others.includes(desk))
    .map(({ at, desk }) => ({ at: site.pointer + at, params: { desk } }));
}

function ofTransitions({ transitions }: RouteSite): Named[] {
  const others = ['applicant', 'system'];
  return transitions.flatMap((found) =>
    found.by.map((desk) => ({ at: `${found.pointer}/meta/by`, desk, others })),
  );
}

function ofStates({ states }: RouteSite): Named[] {
  return states.flatMap((site) => {
    const meta = asObject(site.state.meta);
    const holders = names(meta.desk).map((desk) => ({
      at: `${site.pointer}/meta/desk`,
      desk,
      others: ['applicant'],
    }));
    const queues = Object.keys(asObject(meta.queues)).map((desk) => ({
      at: site.pointer + pointer('meta', 'queues', desk),
      desk,
      others: [],
    }));
    const correctors = names(meta.corrects).map((desk) => ({
      at: `${site.pointer}/meta/corrects`,
      desk,
      others: [],
    }));
    return [...holders, ...correctors, ...queues];
  });
}

function ofEvents({ route }: RouteSite): Named[] {
  return Object.entries(route.events).flatMap(([event, { visibleTo = [] }]) =>
    visibleTo.map((desk, index) => ({
      at: pointer('events', event, 'visibleTo', index),
      desk,
      others: ['applicant', 'desks'],
    })),
  );
}

function ofFinders({ route }: RouteSite): Named[] {
  const finders = Object.entries(route.desks).flatMap(([id, definition]) =>
    findersOf(definition).flatMap((find, index) =>
      (['of', 'from'] as const).flatMap((key) => {
        const desk = (find as { of?: string; from?: string })[key];
        const at = finderPointer(id, definition, index) + pointer(key);
        return desk === undefined ? [] : [{ at, desk, others: [] }];
      }),
    ),
  );
  const assumed = (route.charts ?? []).flatMap((chart, index) =>
    Object.keys(chart.assume ?? {}).map((desk) => ({
      at: pointer('charts', index, 'assume', desk),
      desk,
      others: [],
    })),
  );
  return [...finders, ...assumed];
}

/** Sections and fields may be written by desks of the route that their category goes. */
function inEditBy({ sections, fields, definition }: LintContext): Finding[] {
  const desksOf = (route: string) =>
    Object.keys(definition.routes.find((known) => known.id === route)?.desks ?? {});
  const named = [
    ...sections.map(({ section, category, pointer: at }) => ({
      editBy: section.editBy,
      visibleTo: section.visibleTo,
      route: category.route,
      at,
    })),
    ...fields.flatMap(({ schema, site, pointer: at }) =>
      site ? [{ editBy: schema.editBy, visibleTo: schema.visibleTo, route: site.category.route, at }] : [],
    ),
  ];
  return named.flatMap(({ route, at, ...lists }) =>
    (['editBy', 'visibleTo'] as const).flatMap((key) =>
      (lists[key] ?? []).flatMap((desk, index) =>
        ['applicant', 'desks', ...desksOf(route)].includes(desk)
          ? []
          : [
              {
                at: `${at}/${key}/${index}`,
                sentence: 'unknown-desk.of-route' as const,
                params: { route: routeTitle(route, definition), desk },
              },
            ],
      ),
    ),
  );
}

function routeTitle(id: string, { routes }: Definition): string {
  return routes.find((route) => route.id === id)?.title ?? id;
}
