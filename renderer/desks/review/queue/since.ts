import type { ReviewWords } from '#renderer/locales/index.ts';

const DAY = 86_400_000;

/** How long ago, in calendar days: a queue is worked in this order. */
export function ago(iso: string, now: number, words: ReviewWords): string {
  const start = (time: number): number => new Date(time).setHours(0, 0, 0, 0);
  const days = Math.round((start(now) - start(Date.parse(iso))) / DAY);
  return days <= 0 ? words.today : words.daysAgo(days);
}
