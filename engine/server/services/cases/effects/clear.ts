import { asObject } from '#core/json/index.ts';
import type { JsonObject } from '#core/model/index.ts';
import { type AnswerPart, placesNamed, roundPlaces } from '#core/route/index.ts';
import type { EffectHandler, EffectWork } from './effect.ts';
import { storeAnswers } from './store-answers.ts';

/** `clear`: what holds no longer is emptied; the history of the case keeps what was filled in with each event. */
export const clear: EffectHandler = async (work, params) => {
  const places = params.section === undefined ? placesOfRound(work) : placesNamed(params);
  for (const id of new Set(places.map(({ section }) => section))) {
    const here = places.filter(({ section }) => section === id);
    const stored = work.loaded.sections[id];
    if (stored) await clearIn(work, id, asObject(stored.value), here);
  }
  return undefined;
};

const placesOfRound = ({ loaded }: EffectWork): AnswerPart[] =>
  roundPlaces(
    loaded.route.definition,
    loaded.category.sections.map(({ definition }) => definition),
  );

async function clearIn(work: EffectWork, id: string, value: JsonObject, places: AnswerPart[]): Promise<void> {
  const isGone = (name: string) => places.some(({ field }) => field === undefined || field === name);
  const left = Object.entries(value).filter(([name]) => !isGone(name));
  if (left.length === Object.keys(value).length) return;
  await storeAnswers(work, id, Object.fromEntries(left));
}
