import { asText, isObject, type Json } from '#core/json/index.ts';
import { elementKey } from '#core/translate/index.ts';

/** The titles on the way to a place, as people read them: `form · section · field`. The way goes by ids. */
export function titlesOn(root: Json, key: readonly string[]): string {
  const titles: string[] = [];
  let value: Json | undefined = root;
  for (const step of key) {
    value = childOf(value, step);
    const title = isObject(value) ? asText(value.title) : undefined;
    if (title !== undefined && title !== titles.at(-1)) titles.push(title);
  }
  return titles.join(' · ');
}

function childOf(value: Json | undefined, step: string): Json | undefined {
  if (Array.isArray(value)) return value.find((one, index) => elementKey(one, index) === step);
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}
