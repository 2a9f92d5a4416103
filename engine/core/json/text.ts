/** The name of a value in a template: `{limit}`. */
const PLACE = /\{([^{}]+)\}/g;

/** Templates that are kept in parts; they come from definitions and locale files, so there are few. */
const KEPT = 5_000;
const kept = new Map<string, readonly string[]>();

/**
 * Puts values in the places of a template: `{name}`. The values are an object, or a function that is asked for the
 * names that stand there and no others. A name without a value stays as it is written, so that a missing value is
 * seen and not passed over.
 */
export function interpolate(
  template: string,
  values: Readonly<Record<string, unknown>> | ((name: string) => unknown),
): string {
  if (!template.includes('{')) return template;
  const lookUp = typeof values === 'function' ? values : (name: string) => ownValue(values, name);
  const parts = partsOf(template);
  let text = parts[0] ?? '';
  for (let at = 1; at < parts.length; at += 2) {
    const name = parts[at] ?? '';
    text += `${lookUp(name) ?? `{${name}}`}${parts[at + 1] ?? ''}`;
  }
  return text;
}

function ownValue(values: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/** Text and names in turn. */
function partsOf(template: string): readonly string[] {
  const known = kept.get(template);
  if (known) return known;
  if (kept.size >= KEPT) kept.clear();
  const parts = template.split(PLACE);
  kept.set(template, parts);
  return parts;
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

const CHARACTERS: Record<string, string> = {
  ...Object.fromEntries(Object.entries(ENTITIES).map(([character, entity]) => [entity, character])),
  '&#x27;': "'",
  '&#x60;': '`',
  '&#x3D;': '=',
  '&#92;': '\\',
  '&#123;': '{',
  '&#125;': '}',
};

/** Text as it may stand between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const FACT_OR_SIGN = /\{facts\.[\w-]+\}|[{}\\]/g;

/**
 * Text as it may stand anywhere in a template of Handlebars: its braces are braces and call nothing, also beside a call,
 * and no backslash keeps a call from being one. A fact stays named.
 */
export function templateText(text: string): string {
  return escapeHtml(text).replace(FACT_OR_SIGN, (found) =>
    found.length > 1 ? found : `&#${found.charCodeAt(0)};`,
  );
}

/** What people read of text that stands between tags: the escapes of `templateText` and of Handlebars taken back. */
export function unescapeHtml(html: string): string {
  return html.replace(
    /&(?:amp|lt|gt|quot|#39|#92|#123|#125|#x27|#x60|#x3D);/g,
    (entity) => CHARACTERS[entity] ?? entity,
  );
}
