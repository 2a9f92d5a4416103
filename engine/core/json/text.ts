/** The name of a value in a template: `{limit}`. */
const PLACE = /\{([^{}]+)\}/g;

/**
 * Puts values in the places of a template: `{name}`. A name without a value stays as it is written, so that a
 * missing value is seen and not passed over.
 */
export function interpolate(template: string, values: Readonly<Record<string, unknown>>): string {
  if (!template.includes('{')) return template;
  return template.replace(PLACE, (place, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined || value === null ? place : String(value);
  });
}

/** The names that a template has places for. */
export function placeholdersOf(template: string): string[] {
  return [...template.matchAll(PLACE)].map(([, name = '']) => name);
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
