import { asObject, isObject } from '#core/json/index.ts';
import type { CompiledEdition, Json, JsonObject, RowRef } from '#core/model/index.ts';
import type { ActionView, CaseView } from '#renderer/api/index.ts';

/** The actions of a case by where they are drawn: at the rows, at the end, apart. */
export type Actions = {
  strike?: ActionView | undefined;
  unstrike?: ActionView | undefined;
  primary?: ActionView | undefined;
  others: ActionView[];
  dangerous: ActionView[];
};

/** Sorts what is offered. Events whose transitions strike rows stand at the rows. */
export function sortActions(view: CaseView, edition: CompiledEdition, route: string): Actions {
  const machine = edition.definition.routes.find(({ id }) => id === route)?.machine as Json | undefined;
  const once = view.actions.filter(
    (action, index, all) => all.findIndex(({ event }) => event === action.event) === index,
  );
  const striking = (effect: string) => once.find(({ event }) => doesInMachine(machine, event, effect));
  const strike = striking('strike');
  const unstrike = striking('unstrike');
  const rest = once.filter((action) => action !== strike && action !== unstrike);
  const primary = rest.find((action) => action.primary && !action.danger);
  const dangerous = rest.filter((action) => action.danger);
  return {
    strike,
    unstrike,
    primary,
    dangerous,
    others: rest.filter((action) => action !== primary && !action.danger),
  };
}

/** Whether some transition of this event asks for this effect. */
function doesInMachine(node: Json | undefined, event: string, effect: string): boolean {
  if (Array.isArray(node)) return node.some((one) => doesInMachine(one, event, effect));
  if (!isObject(node)) return false;
  const transitions = isObject(node.on) ? [node.on[event] ?? null].flat() : [];
  if (transitions.some((transition) => asksFor(transition, effect))) return true;
  return (
    isObject(node.states) && Object.values(node.states).some((state) => doesInMachine(state, event, effect))
  );
}

function asksFor(transition: Json | undefined, effect: string): boolean {
  const actions = isObject(transition) ? [transition.actions ?? null].flat() : [];
  return actions.some((action) => action === effect || (isObject(action) && action.type === effect));
}

/** The input of a striking event for one row, with what else was filled in. */
export function strikeInput(action: ActionView, { section, row }: RowRef, more: JsonObject): JsonObject {
  const properties = propertiesOf(action);
  return 'rows' in properties ? { ...more, rows: [{ section, row }] } : { ...more, section, row };
}

/** What a striking event asks for besides the row itself: a note. */
export function strikeQuestion(action: ActionView): ActionView {
  const kept = Object.entries(propertiesOf(action)).filter(
    ([name]) => !['rows', 'section', 'row'].includes(name),
  );
  const { input: _, ...withoutInput } = action;
  if (kept.length === 0 || !action.input) return withoutInput;
  const names = kept.map(([name]) => name);
  const required = Array.isArray(action.input.schema.required) ? action.input.schema.required : [];
  const schema = {
    ...action.input.schema,
    properties: Object.fromEntries(kept),
    required: required.filter((name) => names.includes(String(name))),
  };
  return { ...action, input: { ...action.input, schema } };
}

function propertiesOf({ input }: ActionView): JsonObject {
  return asObject(input?.schema.properties);
}
