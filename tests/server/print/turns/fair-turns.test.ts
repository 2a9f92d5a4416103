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
      { late: late ?? false },
    );
  const all = [work('first'), work('late', true), work('late too', true), work('second'), work('third')];
  expect(turns.count()).toBe(3);
  await Promise.all(all);
  expect(done).toEqual(['first', 'second', 'third', 'late', 'late too']);
});

it('leaves out what waits when it is gone, of one person or all of theirs, and lets others stand where they stood', async () => {
  const turns = openFairTurns(1);
  const done: string[] = [];
  const gone = new AbortController();
  const work = (name: string, signal?: AbortSignal) =>
    turns.take(
      name.slice(0, 1),
      async () => {
        await nextTurn();
        done.push(name);
      },
      signal ? { gone: signal } : {},
    );
  const all = [
    work('a1', gone.signal),
    work('a2', gone.signal),
    work('b1'),
    work('a3'),
    work('c1', gone.signal),
  ];
  gone.abort(new Error('gone'));
  expect([turns.count(), turns.count('a'), turns.count('c')]).toEqual([3, 1, 0]);
  const ends = await Promise.allSettled(all);
  expect(ends.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'rejected',
  ]);
  expect(done.sort()).toEqual(['a1', 'a3', 'b1']);
});
