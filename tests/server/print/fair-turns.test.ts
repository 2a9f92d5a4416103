import { expect, it } from 'vitest';
import { openFairTurns } from '#server/print/pdf/fair-turns.ts';

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

it('lets whoever wants one thing wait for one of somebody who wants forty-eight', async () => {
  const turns = openFairTurns(1);
  const done: string[] = [];
  const work = (by: string) =>
    turns.take(by, async () => {
      await nextTurn();
      done.push(by);
    });
  const many = Array.from({ length: 48 }, () => work('many'));
  await nextTurn();
  await work('one');
  expect(done.filter((by) => by === 'many').length).toBeLessThanOrEqual(2);
  await Promise.all(many);
  expect(done).toHaveLength(49);
});

it('goes on after work that fails, and counts who waits', async () => {
  const turns = openFairTurns(2);
  const never = () => new Promise<never>((_, reject) => setTimeout(reject, 5, new Error('no')));
  const all = [1, 2, 3].map(() => turns.take('a', never));
  await Promise.resolve();
  expect([turns.count(), turns.count('a')]).toEqual([3, 1]);
  const ends = await Promise.allSettled(all);
  expect(ends.every(({ status }) => status === 'rejected')).toBe(true);
  expect(await turns.take('b', async () => 'done')).toBe('done');
  expect(turns.count()).toBe(0);
});

it('lets what is late wait for all that is not, whoever asks', async () => {
  const turns = openFairTurns(1);
  const done: string[] = [];
  const work = (name: string, late?: boolean) =>
    turns.take(
      'one',
      async () => {
        await nextTurn();
        done.push(name);
      },
      late,
    );
  const all = [work('first'), work('late', true), work('late too', true), work('second'), work('third')];
  expect(turns.count()).toBe(3);
  await Promise.all(all);
  expect(done).toEqual(['first', 'second', 'third', 'late', 'late too']);
});
