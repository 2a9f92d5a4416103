import { interpolate } from '#core/json/index.ts';
import type { RouteDefinition } from '#core/model/index.ts';
import { parseDuration } from '#core/vocabulary/index.ts';
import { type SentenceWords, sentenceWords } from './locales/index.ts';

/** A duration as people say it: `P14D` is "14 days"; what is none stays as it is written. */
export function durationText(written: string, { durations }: Pick<SentenceWords, 'durations'>): string {
  const duration = parseDuration(written);
  if (duration === null) return written;
  const { one, many } = durations[duration.unit];
  return duration.count === 1 ? one : interpolate(many, { 0: String(duration.count) });
}

/** What the end of a time limit is called: the title of its delay, or "14 days later". */
export function limitTitle({ delays }: RouteDefinition, key: string, locale: string): string {
  const words = sentenceWords(locale);
  return delays?.[key]?.title ?? interpolate(words.reading.later, { 0: durationText(key, words) });
}
