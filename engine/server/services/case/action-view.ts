import type { EventDefinition, JsonObject } from '#core/model/index.ts';
import type { ActionView } from '#core/model/wire/index.ts';

/** An event as a button: its title, its input and its confirmation. */
export function actionView(event: string, by: string, definition: EventDefinition): ActionView {
  const { title, primary = false, danger = false, bulk = false, confirm, input } = definition;
  return {
    event,
    by,
    title,
    primary,
    danger,
    bulk,
    ...(confirm === undefined ? {} : { confirm }),
    ...(input === undefined
      ? {}
      : { input: { schema: input.schema as JsonObject, ui: (input.ui ?? {}) as JsonObject } }),
  };
}
