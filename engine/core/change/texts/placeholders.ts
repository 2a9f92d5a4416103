import { interpolate, placeholdersOf } from '#core/json/index.ts';

/** A translation with the names that its text has for what is filled in, where the names alone are others. */
export function withPlaceholders(translation: string, was: string, is: string): string {
  if (was === is || interpolate(was, () => '') !== interpolate(is, () => '')) return translation;
  const [old, next] = [placeholdersOf(was), placeholdersOf(is)];
  if (old.length !== next.length) return translation;
  const renamed = new Map(old.map((name, index) => [name, next[index] ?? name]));
  return interpolate(translation, (name) => `{${renamed.get(name) ?? name}}`);
}
