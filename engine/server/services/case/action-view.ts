import type { EventDefinition, JsonObject } from '#core/model/index.ts';
import type { ActionView } from '#core/model/wire/index.ts';

/** An event as a button: its title, its input and its confirmation; `until` when it may be fired, where there is a limit. */
export function actionView(
  event: string,
  by: string,
  definition: EventDefinition,
  until: string | null = null,
): ActionView {
  const { title, primary = false, danger = false, bulk = false, confirm, input } = definition;
  return {
    event,
    by,
    title,
    primary,
    danger,
    bulk,
    ...(until === null ? {} : { until }),
    ...(confirm === undefined ? {} : { confirm }),
    ...(input === undefined
      ? {}
      : { input: { schema: input.schema as JsonObject, ui: (input.ui ?? {}) as JsonObject } }),
  };
}
