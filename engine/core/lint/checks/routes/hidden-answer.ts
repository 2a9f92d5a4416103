import { asObject, pointer, segmentsOf } from '#core/json/index.ts';
import type { Json, SectionDefinition } from '#core/model/index.ts';
import type { Check, Finding, LintContext, RouteSite } from '../../context.ts';
import type { SectionSite } from '../../walk/sections.ts';

/** What not everybody may see, and that comes out elsewhere: on a sheet, in a list, by a rule, by whoever may write it. */
export const hiddenAnswer: Check = {
  code: 'hidden-answer',
  run: (context) => [
    ...misplaced(context),
    ...placesOf(context).flatMap((place) => [
      ...onSheets(place, context),
      ...inSummary(place),
      ...inRules(place, context),
      ...byWriters(place),
    ]),
    ...context.routes.flatMap((site) => ofEvents(site, context)),
  ],
};

/** A section, or a field of it, that not everybody may see. */
type HiddenPart = {
  site: SectionSite;
  field?: string;
  at: string;
  visibleTo: string[];
  editBy: string[];
  title: string;
};

function placesOf({ sections }: LintContext): HiddenPart[] {
  return sections.flatMap((site): HiddenPart[] => {
    const { section, pointer: at, recordPointer } = site;
    const { visibleTo, editBy = ['applicant'], title } = section;
    const own = visibleTo ? [{ site, at: `${at}/visibleTo`, visibleTo, editBy, title }] : [];
    const fields = section.kind === 'form' ? Object.entries(section.schema?.properties ?? {}) : [];
    const below = fields.flatMap(([name, field]) =>
      field.visibleTo === undefined
        ? []
        : [
            {
              site,
              field: name,
              at: recordPointer + pointer('properties', name, 'visibleTo'),
              visibleTo: field.visibleTo,
              editBy: field.editBy ?? editBy,
              title: field.title ?? name,
            },
          ],
    );
    return [...own, ...below];
  });
}

/** Only sections, and the fields of a form on its first level, and only of applications. */
function misplaced({ fields, sections, routes }: LintContext): Finding[] {
  const wrong = [
    ...fields
      .filter(({ schema, site, path }) => {
        const isOwn = site?.section.kind === 'form' && path.lastIndexOf('/') === 0;
        return schema.visibleTo !== undefined && !(isOwn && !site.category.account);
      })
      .map(({ pointer: at }) => at),
    ...sections
      .filter(({ section, category }) => section.visibleTo !== undefined && category.account)
      .map(({ pointer: at }) => at),
    ...routes
      .filter(({ route }) => route.subject === 'account')
      .flatMap(({ route, pointer: at }) =>
        Object.keys(route.events)
          .filter((event) => route.events[event]?.visibleTo !== undefined)
          .map((event) => at + pointer('events', event)),
      ),
  ];
  return wrong.map((at) => ({ at: `${at}/visibleTo`, sentence: 'hidden-answer.place' }));
}

/** Whoever is in the one list is in the other. */
function isWithin(part: string[] | undefined, whole: string[] | undefined): boolean {
  if (whole === undefined) return true;
  if (part === undefined) return false;
  const hasDesks = whole.includes('desks');
  return part.every((one) => whole.includes(one) || (hasDesks && one !== 'applicant'));
}

function onSheets({ site, field, at, visibleTo }: HiddenPart, { definition }: LintContext): Finding[] {
  const { section } = site;
  const own =
    field === undefined ? section.sheets : (section.schema?.properties?.[field]?.sheets ?? section.sheets);
  return definition.sheets
    .filter(({ id }) => own?.includes(id))
    .filter((sheet) => !isWithin(sheet.visibleTo, visibleTo))
    .map(({ title }) => ({ at, sentence: 'hidden-answer.sheet', params: { sheet: title } }));
}

function inSummary({ site, field, at }: HiddenPart): Finding[] {
  const shown = (site.category.summary ?? []).filter(({ at: path }) => {
    const [section, name] = segmentsOf(path);
    return section === site.section.id && (field === undefined || field === name);
  });
  return shown.map(({ title }) => ({ at, sentence: 'hidden-answer.summary', params: { title } }));
}

/** Rules of a form are computed wherever it is shown; those of the hidden section itself come out nowhere else. */
function inRules({ site, field }: HiddenPart, { logics }: LintContext): Finding[] {
  const path = `application.${site.section.id}${field === undefined ? '' : `.${field}`}`;
  const category = site.pointer.slice(0, site.pointer.indexOf('/sections/'));
  return logics
    .filter(({ pointer: at }) => at.startsWith(`${category}/`))
    .filter(({ pointer: at }) => field !== undefined || !at.startsWith(`${site.pointer}/`))
    .filter(({ logic }) => reads(logic, path))
    .map(({ pointer: at }) => ({ at, sentence: 'hidden-answer.rule', params: { path } }));
}

function reads(logic: Json, path: string): boolean {
  if (typeof logic === 'string') return logic === path || logic.startsWith(`${path}.`);
  if (Array.isArray(logic)) return logic.some((one) => reads(one, path));
  return Object.values(asObject(logic)).some((one) => reads(one, path));
}

function byWriters({ at, visibleTo, editBy, title }: HiddenPart): Finding[] {
  return isWithin(editBy, visibleTo) ? [] : [{ at, sentence: 'hidden-answer.writer', params: { title } }];
}

/** What is filled in with an event comes out where it is written, and in what the case keeps. */
function ofEvents(site: RouteSite, { sections }: LintContext): Finding[] {
  return site.transitions.flatMap(({ event = '', actions }) => {
    const visibleTo = site.route.events[event]?.visibleTo;
    if (visibleTo === undefined) return [];
    return actions.flatMap(({ type, params, pointer: at }): Finding[] => {
      const isKept = type === 'set' && JSON.stringify(params).includes('"input');
      if (isKept) return [{ at: site.pointer + at, sentence: 'hidden-answer.kept' }];
      if (type !== 'write') return [];
      const targets = sections.filter(
        ({ section, category }) => section.id === params.section && category.route === site.route.id,
      );
      return targets.some(({ section }) => !isWithin(targetOf(section, params.field), visibleTo))
        ? [{ at: site.pointer + at, sentence: 'hidden-answer.written' }]
        : [];
    });
  });
}

/** Who may see where an event writes: of several fields the one that most may see. */
function targetOf(section: SectionDefinition, field: Json | undefined): string[] | undefined {
  const names = [field ?? []].flat().map(String);
  const fields = names.map((name) => section.schema?.properties?.[name]?.visibleTo ?? section.visibleTo);
  const all = fields.length === 0 ? [section.visibleTo] : fields;
  return all.some((one) => one === undefined) ? undefined : [...new Set(all.flatMap((one) => one ?? []))];
}
