import type { JsonObject } from '#core/model/index.ts';

/** A section that is a form of these fields. */
export function form(id: string, required: string[], properties: JsonObject): JsonObject {
  const pickers: JsonObject = Object.fromEntries(
    ['club', 'council']
      .filter((name) => id !== 'opinions' && name in properties)
      .map((name) => [`/${name}`, { widget: 'organisation' }]),
  );
  return {
    id,
    title: id,
    kind: 'form',
    schema: { type: 'object', required, properties },
    ui: pickers,
    sheets: id === 'plan' ? ['form'] : [],
  };
}
