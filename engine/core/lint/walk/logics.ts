import { pointer } from '#core/json/index.ts';
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

/** Every expression of an edition. */
export function logicsOf(
  definition: Definition,
  sections: SectionSite[],
  fields: FieldSite[],
  routes: RouteSite[],
): LogicSite[] {
  const known = new Map<CategoryDefinition, Data>();
  const dataFor = (category: CategoryDefinition): Data => {
    const data = known.get(category) ?? dataOf(definition, [category]);
    known.set(category, data);
    return data;
  };
  return [
    ...ofExpressions(definition),
    ...ofProgramme(definition),
    ...ofCategories(definition, dataFor),
    ...sections.flatMap((site) => ofSection(definition, site, dataFor(site.category))),
    ...fields.flatMap((field) =>
      field.site ? ofField(definition, field, field.site, dataFor(field.site.category)) : [],
    ),
    ...routes.flatMap((site) => ofRoute(definition, site)),
    ...ofSheets(definition),
    ...ofRosters(definition),
  ];
}

function ofExpressions({ categories, expressions, ...rest }: Definition): LogicSite[] {
  const all = dataOf({ categories, expressions, ...rest }, categories);
  return expressions.map(({ params, logic }, index) => ({
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

function ofCategories(definition: Definition, dataFor: (category: CategoryDefinition) => Data): LogicSite[] {
  return definition.categories.flatMap((category, index) => {
    const { applicant = ANY, unit = ANY, cycle = ANY, now = ANY, ...more } = dataFor(category);
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
