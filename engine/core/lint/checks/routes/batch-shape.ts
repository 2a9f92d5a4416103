import { placeholdersOf, pointer } from '#core/json/index.ts';
import type {
  AggregateDefinition,
  BatchDefinition,
  CategoryDefinition,
  CycleDefinition,
} from '#core/model/index.ts';
import { answerField } from '../../answer-field.ts';
import type { Check, Finding, LintContext, RouteSite } from '../../context.ts';
import { names } from '../../walk/states.ts';

/** A batch that counts, sums or names what is not there. */
export const batchShape: Check = {
  code: 'batch-shape',
  run: (context) =>
    context.routes.flatMap((site) =>
      Object.entries(site.route.events).flatMap(([name, { batch }]) =>
        batch ? checkBatch(batch, site.pointer + pointer('events', name, 'batch'), site, context) : [],
      ),
    ),
};

function checkBatch(batch: BatchDefinition, at: string, site: RouteSite, context: LintContext): Finding[] {
  const known = Object.keys(batch.aggregates);
  return [
    ...Object.entries(batch.aggregates).flatMap(([id, aggregate]) =>
      ofAggregate(aggregate, at + pointer('aggregates', id), site, context),
    ),
    ...(batch.blockers !== undefined && !known.includes(batch.blockers)
      ? [
          {
            at: `${at}/blockers`,
            sentence: 'batch-shape.blockers' as const,
            params: { aggregate: batch.blockers },
          },
        ]
      : []),
    ...placeholdersOf(batch.message)
      .filter((word) => !known.includes(word))
      .map((word) => ({ at: `${at}/message`, sentence: 'batch-shape.message' as const, params: { word } })),
  ];
}

function ofAggregate(
  { count, sum, tags = [], category }: AggregateDefinition,
  at: string,
  { states, route }: RouteSite,
  { definition }: LintContext,
): Finding[] {
  const going = definition.categories.filter((known) => known.route === route.id);
  const used = new Set(states.flatMap((site) => names(site.state.tags)));
  return [
    ...((count === undefined) === (sum === undefined)
      ? [{ at, sentence: 'batch-shape.either' as const }]
      : []),
    ...(sum === undefined ? [] : ofSum(sum, `${at}/sum`, going, definition.edition.cycle)),
    ...(category !== undefined && !going.some((known) => known.id === category)
      ? [{ at: `${at}/category`, sentence: 'batch-shape.category' as const, params: { category } }]
      : []),
    ...tags.flatMap((tag, index) =>
      used.has(tag)
        ? []
        : [{ at: `${at}/tags/${index}`, sentence: 'batch-shape.tag' as const, params: { tag } }],
    ),
  ];
}

/** Where a category has the field, it must be a number there; at least one must have it. */
function ofSum(path: string, at: string, going: CategoryDefinition[], cycle: CycleDefinition): Finding[] {
  const fields = going.flatMap(({ sections }) => answerField(sections, cycle, path) ?? []);
  if (fields.length === 0) return [{ at, sentence: 'batch-shape.sum', params: { path } }];
  return fields.every(({ type }) => type === 'number' || type === 'integer')
    ? []
    : [{ at, sentence: 'batch-shape.number', params: { path } }];
}
