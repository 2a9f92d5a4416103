import { asObject } from '#core/json/index.ts';
import type { Json, JsonObject } from '#core/model/index.ts';
import type { EffectHandler } from './effect.ts';
import { storeAnswers } from './store-answers.ts';

/** `write`: what was filled in with the event becomes a section, or one field of it, or each of several. */
export const write: EffectHandler = async (work, params) => {
  const id = String(params.section);
  await storeAnswers(work, id, written(work.loaded.sections[id]?.value, params.field, work.input));
  return undefined;
};

function written(stored: Json | undefined, field: Json | undefined, input: JsonObject): Json {
  if (field === undefined) return input;
  const fields = [field].flat().map((name) => [String(name), input]);
  return { ...asObject(stored), ...Object.fromEntries(fields) };
}
