import { asObject, asText, isObject, pointer } from '#core/json/index.ts';
import type { BatchDefinition, CategoryDefinition, Logic } from '#core/model/index.ts';
import { answerField } from '../../answer-field.ts';
import type { Check, Finding, LintContext, RouteSite } from '../../context.ts';

/** A batch that is said to go down an order, and has no order, no line, or one that can never be drawn. */
export const batchOrder: Check = {
  code: 'batch-order',
  run: (context) =>
    context.routes.flatMap((site) =>
      Object.entries(site.route.events).flatMap(([name, { batch }]) =>
        batch ? checkBatch(batch, site.pointer + pointer('events', name, 'batch'), site, context) : [],
      ),
    ),
};

function checkBatch(batch: BatchDefinition, at: string, site: RouteSite, context: LintContext): Finding[] {
  const { order, take } = batch;
  if (!order && !take) return [];
  if (!order || !take) return [{ at, sentence: order ? 'batch-order.no-take' : 'batch-order.no-order' }];
  return [...checkOrder(order, `${at}/order`), ...checkTake(take, `${at}/take`, site, context)];
}

function checkOrder(order: NonNullable<BatchDefinition['order']>, at: string): Finding[] {
  const written = order.map(({ value }) => JSON.stringify(value));
  return order.flatMap(({ value }, index): Finding[] => {
    const place = at + pointer(index, 'value');
    if (!isObject(value)) return [{ at: place, sentence: 'batch-order.constant' }];
    return written.indexOf(JSON.stringify(value)) < index
      ? [{ at: place, sentence: 'batch-order.twice' }]
      : [];
  });
}

function checkTake(take: object, at: string, site: RouteSite, { definition }: LintContext): Finding[] {
  const { count, title, sum, upTo } = take as Partial<Record<'count' | 'title' | 'sum' | 'upTo', Logic>>;
  const summed = [title, sum, upTo];
  const isCount = count !== undefined && summed.every((part) => part === undefined);
  const isSum = count === undefined && summed.every((part) => part !== undefined);
  if (!isCount && !isSum) return [{ at, sentence: 'batch-order.take' }];
  if (isCount) return isLine(count) ? [] : [{ at: `${at}/count`, sentence: 'batch-order.count' }];
  const going = definition.categories.filter(({ route }) => route === site.route.id);
  return [
    ...(isLine(upTo) ? [] : [{ at: `${at}/upTo`, sentence: 'batch-order.count' as const }]),
    ...(isNumber(sum, going, definition.edition.cycle)
      ? []
      : [{ at: `${at}/sum`, sentence: 'batch-order.number' as const }]),
  ];
}

/** A number above zero, or what computes one. */
const isLine = (logic: Logic | undefined): boolean =>
  isObject(logic) || (typeof logic === 'number' && logic > 0);

/** An answer that is added up is a number; what computes one is left to the types of rules. */
function isNumber(
  sum: Logic | undefined,
  going: CategoryDefinition[],
  cycle: Parameters<typeof answerField>[1],
): boolean {
  if (!isObject(sum)) return false;
  const [root, ...path] = (asText(asObject(sum).var) ?? '').split('.');
  if (root !== 'application') return true;
  const fields = going.flatMap(({ sections }) => answerField(sections, cycle, pointer(...path)) ?? []);
  return fields.every(({ type }) => type === 'number' || type === 'integer');
}
