import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { watchLoop } from '#server/loop-delay.ts';

type Line = { level: 'debug' | 'warn'; longest: number; text: string };

function watched(): { lines: Line[]; stop: () => void } {
  const lines: Line[] = [];
  const writer =
    (level: Line['level']) =>
    (fields: unknown, text?: string): void => {
      const { longest } = (fields as { loopDelay: { longest: number } }).loopDelay;
      lines.push({ level, longest, text: text ?? '' });
    };
  const stop = watchLoop({ debug: writer('debug'), warn: writer('warn') } as Parameters<typeof watchLoop>[0]);
  return { lines, stop };
}

function holdFor(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

it('warns of work that has held the event loop, with how long', async () => {
  const { lines, stop } = watched();
  await pause(30);
  holdFor(300);
  await pause(30);
  stop();
  expect(lines).toEqual([{ level: 'warn', longest: expect.any(Number), text: 'the event loop was held' }]);
  expect(lines[0]?.longest).toBeGreaterThan(200);
});

it('writes its line where nothing was held for long, too', async () => {
  const { lines, stop } = watched();
  stop();
  expect(lines).toEqual([{ level: 'debug', longest: 0, text: 'delays of the event loop' }]);
  await pause(0);
});
