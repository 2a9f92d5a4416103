import { interpolate, isObject, type Json, type JsonObject } from '#core/json/index.ts';
import { cyclesOf } from '#core/vocabulary/index.ts';
import type { Reading } from './parts.ts';

/** A text in which facts stand by their names (`{facts.most}`), with their values; of the cycle named or of the newest. */
export function withFacts(text: string, files: Reading, cycle: Json | undefined): string {
  if (!text.includes('{facts.')) return text;
  const folder = typeof cycle === 'string' ? cycle : cyclesOf(files.paths()).at(-1);
  return interpolate(text, (name) => {
    if (!name.startsWith('facts.')) return undefined;
    return factText(files.value(`${folder}/edition.json`, ['facts', name.slice('facts.'.length)]));
  });
}

/** A fact is its value, or an object that says how the value is written. */
function factText(fact: Json | undefined): string | undefined {
  const { value, per, text }: Partial<JsonObject> = isObject(fact) ? fact : { value: fact ?? null };
  if (value === undefined || value === null || typeof value === 'object') return undefined;
  const written = typeof value === 'number' && typeof per === 'number' ? value / per : value;
  return typeof text === 'string' ? interpolate(text, { value: written }) : String(written);
}
