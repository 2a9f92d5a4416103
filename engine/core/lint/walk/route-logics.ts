import { pointer } from '#core/json/index.ts';
import type { BatchDefinition, Definition, Logic } from '#core/model/index.ts';
import { actions, findersOf } from '#core/vocabulary/index.ts';
import { type Data, dataOf } from '../shapes/data.ts';
import { shapeOfField } from '../shapes/of-schema.ts';
import { ANY, record, type Shape } from '../shapes/shape.ts';
import { finderPointer } from './finder-pointer.ts';
import { CONDITIONS, type LogicSite, ofRules, present } from './logic-site.ts';
import type { RouteSite } from './route-site.ts';
import { type ActionSite, stateActions } from './transitions.ts';

/** The expressions of a route: desks, events, guards and what actions keep. */
export function ofRoute(
  definition: Definition,
  { route, pointer: at, transitions, states }: RouteSite,
): LogicSite[] {
  const categories = definition.categories.filter((category) => category.route === route.id);
  const base = dataOf(definition, categories);
  const input = (event: string | undefined): Shape =>
    event === undefined ? record({}) : shapeOfField(route.events[event]?.input?.schema ?? { type: 'object' });
  const events = Object.entries(route.events).flatMap(([name, event]) => [
    ...ofRules(event.conditions, at + pointer('events', name, 'conditions'), () => ({
      ...base,
      input: input(name),
    })),
    ...present([
      {
        logic: event.batch?.require,
        pointer: at + pointer('events', name, 'batch', 'require'),
        use: 'value',
        data: base,
      },
    ]),
    ...ofRanking(event.batch, at + pointer('events', name, 'batch'), base),
    ...ofInput(event.input?.schema, at + pointer('events', name, 'input', 'schema'), {
      ...base,
      input: input(name),
      section: input(name),
      row: input(name),
    }),
  ]);
  const moves = transitions.flatMap((found) => {
    const data = { ...base, input: input(found.event) };
    const { guard } = found;
    return [
      ...present([{ logic: guard?.logic, pointer: at + (guard?.pointer ?? ''), use: 'condition', data }]),
      ...found.actions.flatMap((action) => ofAction(action, at, data)),
    ];
  });
  const onStates = states.flatMap((state) =>
    stateActions(state).flatMap((action) => ofAction(action, at, base)),
  );
  const delays = Object.entries(route.delays ?? {}).flatMap(([id, delay]) =>
    present([
      {
        logic: 'at' in delay ? delay.at : undefined,
        pointer: at + pointer('delays', id, 'at'),
        use: 'value',
        data: base,
      },
    ]),
  );
  return [...delays, ...ofDesks(definition, route.desks, at), ...events, ...moves, ...onStates];
}

function ofRanking(batch: BatchDefinition | undefined, at: string, data: Data): LogicSite[] {
  const { cycle = ANY, now = ANY, subtree = ANY } = data;
  const { take = {}, order = [] } = batch ?? {};
  const parts: Partial<Record<'count' | 'sum' | 'upTo', Logic>> = take;
  const bare = { cycle, now, subtree };
  return present([
    ...order.map(({ value }, index) => ({
      logic: value,
      pointer: at + pointer('order', index, 'value'),
      use: 'value' as const,
      data,
    })),
    { logic: parts.sum, pointer: `${at}/take/sum`, use: 'value', data },
    { logic: parts.count, pointer: `${at}/take/count`, use: 'value', data: bare },
    { logic: parts.upTo, pointer: `${at}/take/upTo`, use: 'value', data: bare },
  ]);
}

function ofAction(action: ActionSite, at: string, data: Data): LogicSite[] {
  const computed = actions.get(action.type)?.logic ?? [];
  return present([
    { logic: action.when, pointer: `${at}${action.pointer}/when`, use: 'condition', data },
    ...computed.map((name) => ({
      logic: action.params[name],
      pointer: at + action.pointer + pointer('params', name),
      use: 'value' as const,
      data,
    })),
  ]);
}

function ofInput(
  schema: { properties?: Record<string, object> } | undefined,
  at: string,
  data: Data,
): LogicSite[] {
  return Object.entries(schema?.properties ?? {}).flatMap(([name, field]) =>
    present(
      [...CONDITIONS, 'preset' as const, 'derive' as const].map((key) => ({
        logic: (field as Record<string, Logic>)[key],
        pointer: at + pointer('properties', name, key),
        use: key === 'preset' || key === 'derive' ? 'value' : 'condition',
        data,
      })),
    ),
  );
}

function ofDesks(definition: Definition, desks: RouteSite['route']['desks'], at: string): LogicSite[] {
  const { unit = ANY } = dataOf(definition, []);
  return Object.entries(desks).flatMap(([id, desk]) =>
    present(
      findersOf(desk).map(({ where }, index) => ({
        logic: where,
        pointer: at + finderPointer(id, desk, index) + pointer('where'),
        use: 'condition',
        data: { unit },
      })),
    ),
  );
}
