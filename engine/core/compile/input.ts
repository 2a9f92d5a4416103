import type { Memory } from '#core/memory/index.ts';
import type {
  CompiledInput,
  EventDefinition,
  LogicScope,
  RouteDefinition,
  SectionDefinition,
} from '#core/model/index.ts';
import { compileCategory } from './category.ts';
import type { ValidatorSource } from './validators.ts';

/** What an event asks for, as a form section named `input`; an event that asks for nothing takes an empty one. */
function inputSection(event: EventDefinition): SectionDefinition {
  const { schema, ui } = event.input ?? { schema: { type: 'object', properties: {} } };
  return { id: 'input', title: event.title, kind: 'form', schema, ...(ui === undefined ? {} : { ui }) };
}

/** The key of an event's input among an edition's. */
export function inputKey(route: string, event: string): string {
  return `${route}/${event}`;
}

/** Compiles what the events of these routes ask for, with the machinery of forms. Throws as `compileEdition` does. */
export function compileInputs(
  routes: RouteDefinition[],
  scope: LogicScope,
  { validators, memory }: { validators: ValidatorSource; memory: Memory },
): Record<string, CompiledInput> {
  const inputs: Record<string, CompiledInput> = Object.create(null);
  for (const route of routes) {
    const own = memory.once(route, 'inputs', [scope], () => inputsOf(route, scope, validators));
    for (const [key, input] of own) inputs[key] = input;
  }
  return inputs;
}

function inputsOf(
  route: RouteDefinition,
  scope: LogicScope,
  source: ValidatorSource,
): [string, CompiledInput][] {
  return Object.entries(route.events).map(([name, event]) => [
    inputKey(route.id, name),
    compileInput(inputSection(event), route, scope, source),
  ]);
}

function compileInput(
  section: SectionDefinition,
  route: RouteDefinition,
  scope: LogicScope,
  source: ValidatorSource,
): CompiledInput {
  const form = { id: 'input', title: section.title, route: route.id, pages: [], sections: [section] };
  return compileCategory(form, scope, source);
}
