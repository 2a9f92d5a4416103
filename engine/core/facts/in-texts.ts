import { interpolate, placeholdersOf } from '#core/json/index.ts';

const PREFIX = 'facts.';

/** The facts that a text says by their names: of `at most {facts.rows} rows` it is `rows`. */
export function factsIn(text: string): string[] {
  if (!text.includes(`{${PREFIX}`)) return [];
  return placeholdersOf(text).flatMap((name) => nameOf(name) ?? []);
}

/** The text with its facts written out; one that `written` does not know stays as it is written. */
export function withFacts(text: string, written: (id: string) => string | undefined): string {
  if (!text.includes(`{${PREFIX}`)) return text;
  return interpolate(text, (name) => {
    const id = nameOf(name);
    return id === undefined ? undefined : written(id);
  });
}

const nameOf = (place: string): string | undefined =>
  place.startsWith(PREFIX) ? place.slice(PREFIX.length) : undefined;
