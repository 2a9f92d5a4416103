import { pointer } from '#core/json/index.ts';
import type { Memory } from '#core/memory/index.ts';
import type { CategoryDefinition, Definition } from '#core/model/index.ts';
import { type Data, dataOf } from '../shapes/data.ts';
import { ANY, record } from '../shapes/shape.ts';
import type { FieldSite } from './fields.ts';
import { type LogicSite, ofRules, present } from './logic-site.ts';
import { ofRosters, ofSheets } from './output-logics.ts';
import { ofRoute } from './route-logics.ts';
import type { RouteSite } from './route-site.ts';
import { ofField, ofSection } from './section-logics.ts';
import type { SectionSite } from './sections.ts';

type Sites = { sections: SectionSite[]; fields: FieldSite[]; routes: RouteSite[] };

/** Every expression of an edition. */
export function logicsOf(
  definition: Definition,
  { sections, fields, routes }: Sites,
  memory: Memory,
): LogicSite[] {
  const { edition, categories, codes } = definition;
  const forms = categories.filter(({ account }) => account !== undefined);
  const shared = [edition, ...codes, null, ...definition.routes, null, ...forms];
  // What a form's expressions may read are its own answers, and what all forms share.
  const everyForm = memory.once(edition, 'around forms', shared, () => ({}));
  const once = (owner: object, category: CategoryDefinition, make: (data: Data) => LogicSite[]) =>
    memory.once(owner, 'logics', [category, everyForm], () => make(dataOf(definition, [category])));
  return [
    ...ofExpressions(definition),
    ...ofProgramme(definition),
    ...ofCategories(definition),
    ...sections.flatMap((site) => once(site, site.category, (data) => ofSection(definition, site, data))),
    ...fields.flatMap((field) => {
      const { site } = field;
      return site ? once(field, site.category, (data) => ofField(definition, field, site, data)) : [];
    }),
    ...routes.flatMap((site) => ofRoute(definition, site)),
    ...ofSheets(definition),
    ...ofRosters(definition),
  ];
}

function ofExpressions(definition: Definition): LogicSite[] {
  const all = dataOf(definition, definition.categories);
  return definition.expressions.map(({ params, logic }, index) => ({
    logic,
    pointer: pointer('expressions', index, 'logic'),
    use: 'value',
    data: { ...all, params: record(Object.fromEntries(params.map((name) => [name, ANY]))) },
  }));
}

function ofProgramme(definition: Definition): LogicSite[] {
  const { unit = ANY } = dataOf(definition, []);
  return present(
    definition.programme.organisationKinds.map((kind, index) => ({
      logic: typeof kind.applies === 'boolean' ? undefined : kind.applies,
      pointer: pointer('programme', 'organisationKinds', index, 'applies'),
      use: 'condition',
      data: { unit },
    })),
  );
}

function ofCategories(definition: Definition): LogicSite[] {
  return definition.categories.flatMap((category, index) => {
    const { applicant = ANY, unit = ANY, cycle = ANY, now = ANY, ...more } = dataOf(definition, [category]);
    const at = pointer('categories', index);
    const offered = {
      logic: category.offeredWhen,
      pointer: `${at}/offeredWhen`,
      use: 'condition' as const,
      data: { applicant, unit, cycle, now },
    };
    return [
      ...present([offered]),
      ...ofRules(category.rules, `${at}/rules`, () => ({ applicant, unit, cycle, now, ...more })),
    ];
  });
}
