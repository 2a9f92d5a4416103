import type { CompiledInput, EventDefinition, SectionDefinition } from '../model/index.ts';
import type { CompileScope } from './scope.ts';
import { compileSection } from './section.ts';
import type { ValidatorSource } from './validators.ts';

/** What an event asks for, as a form section named `input`: an event without input asks for nothing. */
export function inputSection(event: EventDefinition): SectionDefinition {
  return {
    id: 'input',
    title: event.title,
    kind: 'form',
    schema: { type: 'object', properties: {}, ...event.input?.schema },
    ...(event.input?.ui === undefined ? {} : { ui: event.input.ui }),
  };
}

/** Compiles what an event asks for with the machinery of forms. Throws as `compileEdition` does. */
export function compileInput(event: EventDefinition, scope: CompileScope, source: ValidatorSource): CompiledInput {
  return compileSection(inputSection(event), scope, source);
}
