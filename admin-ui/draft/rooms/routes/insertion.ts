import type { Change } from '#core/change/index.ts';
import { asList, asObject, asText, type JsonObject } from '#core/json/index.ts';
import type { CompiledEdition, CompiledRoute, Definition } from '#core/model/index.ts';
import type { RouteArrow } from './stages.ts';

/** A stage more, as it is typed in. */
export type NewStage = {
  arrows: RouteArrow[];
  /** A desk of the route, or empty for one that is new. */
  desk: string;
  name: string;
  title: string;
  kind: string;
  /** Under whose organisation it is found; empty: above the applicant's. */
  below: string;
  /** The name of the one organisation that is meant; empty: any of the kind. */
  organisation: string;
  like: string;
  writes: boolean;
  opinion: string;
  returns: 'start' | 'resume' | 'desk';
  back: string;
  counts: boolean;
  /** The charts on which it is drawn: those of the units that are meant. */
  charts: string[];
};

type At = { edition: CompiledEdition; compiled: CompiledRoute; cycle: string };

/** An answer that a state's pass writes. */
type Written = { section: string; field: string };

/** Where passing a state writes an opinion; undefined where it writes none. */
export function opinionOf({ definition }: CompiledRoute, state: string): Written | undefined {
  const steps = state.split('.').flatMap((step) => ['states', step]);
  const found = steps.reduce<JsonObject>((at, step) => asObject(at[step]), definition.machine as JsonObject);
  const actions = Object.values(asObject(found.on)).flatMap((one) =>
    (Array.isArray(one) ? one : [one]).flatMap((transition) => asList(asObject(transition).actions)),
  );
  for (const action of actions) {
    const { type, params } = asObject(action);
    const [section, field] = [asText(asObject(params).section), asText(asObject(params).field)];
    if (type === 'write' && section !== undefined && field !== undefined) return { section, field };
  }
  return undefined;
}

/** The sheets that print an answer as a block of its own. */
export const sheetsWith = ({ sheets }: Definition, { field }: Written) =>
  sheets.filter(({ template }) => template.includes(`{{#with ${field}}}`));

/** The charts on which a desk is drawn already; of a new one, all. */
export const drawnWith = ({ definition: { charts = [] } }: CompiledRoute, desk: string): string[] =>
  charts.filter(({ assume }) => desk === '' || assume?.[desk] !== undefined).map(({ id }) => id);

/** What keeps a stage from being inserted, by field. */
export function wrongStage(typed: NewStage): Partial<Record<keyof NewStage, 'missing' | 'manyTargets'>> {
  const targets = new Set(typed.arrows.map(({ target }) => target));
  const isNew = typed.desk === '';
  return {
    ...(targets.size === 0 && { arrows: 'missing' as const }),
    ...(targets.size > 1 && { arrows: 'manyTargets' as const }),
    ...(isNew && typed.name.trim() === '' && { name: 'missing' as const }),
    ...(isNew && typed.kind === '' && { kind: 'missing' as const }),
    ...(typed.title.trim() === '' && { title: 'missing' as const }),
    ...(typed.writes && typed.opinion.trim() === '' && { opinion: 'missing' as const }),
    ...(typed.returns === 'desk' && typed.back === '' && { back: 'missing' as const }),
  };
}

/** The changes that insert a stage with its opinion and where that is printed: one act. */
export function stageInserted(at: At, typed: NewStage): Change[] {
  const { compiled, cycle } = at;
  const route = compiled.definition.id;
  const desk = typed.desk === '' ? freeName('desk', Object.keys(compiled.definition.desks)) : typed.desk;
  const model = typed.writes ? opinionOf(compiled, typed.like) : undefined;
  const opinion = model && {
    section: model.section,
    field: freeName('opinion', fieldsOf(at, model.section)),
  };
  const insert: Change = {
    ...{ kind: 'insertStage', cycle, route, state: stateFor(compiled, typed, desk), like: typed.like, desk },
    title: typed.title.trim(),
    arrows: typed.arrows.map(({ state, event, target }) => ({ state, event, target })),
    ...(typed.desk === '' && { name: typed.name.trim(), finder: finderOf(typed) }),
    ...(opinion && { opinion }),
    ...(typed.charts.length > 0 && { charts: typed.charts }),
    ...(typed.returns === 'resume' && { resumes: true }),
    ...(typed.returns === 'desk' && { back: typed.back }),
  };
  if (!model || !opinion) return [insert];
  return [fieldAdded(at, model, opinion, typed), insert, ...printed(at, model, opinion, typed)];
}

function finderOf({ kind, below, organisation }: NewStage): JsonObject {
  const named = organisation.trim();
  const where = named === '' ? {} : { where: { '==': [{ var: 'unit.name' }, named] } };
  return below === '' ? { ancestor: [kind], orSelf: true, ...where } : { child: [kind], of: below, ...where };
}

/** Beside the state that it is laid out as, where batches count it with that; else by itself. */
function stateFor({ definition }: CompiledRoute, { like, counts }: NewStage, desk: string): string {
  const group = counts ? like.split('.').slice(0, -1) : [];
  const steps = group.flatMap((step) => ['states', step]);
  const found = steps.reduce<JsonObject>((at, step) => asObject(at[step]), definition.machine as JsonObject);
  return [...group, freeName(desk, Object.keys(asObject(found.states)))].join('.');
}

function fieldAdded({ edition, cycle }: At, model: Written, { field }: Written, typed: NewStage): Change {
  const schema = sectionIn(edition.definition, model.section)?.schema?.properties?.[model.field] ?? {};
  return {
    ...{ kind: 'addField', cycle, section: model.section, field, after: model.field, like: model.field },
    schema: { ...(schema as unknown as JsonObject), title: typed.opinion.trim() },
  };
}

const printed = ({ edition, cycle }: At, model: Written, { field }: Written, typed: NewStage): Change[] =>
  sheetsWith(edition.definition, model).map(({ id }) => ({
    ...{ kind: 'printField', cycle, sheet: id, section: model.section, field, like: model.field },
    title: typed.opinion.trim(),
  }));

const sectionIn = ({ categories }: Definition, id: string) =>
  categories.flatMap(({ sections }) => sections).find((section) => section.id === id);

const fieldsOf = ({ edition }: At, section: string): string[] =>
  Object.keys(sectionIn(edition.definition, section)?.schema?.properties ?? {});

/** The first of `desk`, `desk2`, `desk3` … that is free. */
function freeName(name: string, taken: readonly string[]): string {
  let number = 1;
  const named = () => (number === 1 ? name : `${name}${number}`);
  while (taken.includes(named())) number += 1;
  return named();
}
