import { expect, it } from 'vitest';
import { inOrder } from '#server/services/print-runs/in-order.ts';

it('gives what is done a few at once in its order, and begins no more than it should', async () => {
  let atWork = 0;
  let most = 0;
  const work = async (index: number) => {
    atWork += 1;
    most = Math.max(most, atWork);
    // The later it was begun, the sooner it is done.
    for (let turn = index % 3; turn < 3; turn += 1) await Promise.resolve();
    atWork -= 1;
    return index;
  };
  const given: number[] = [];
  for await (const one of inOrder(10, 2, work)) given.push(one);
  expect(given).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(most).toBe(3);
});

it('ends with the first that fails, when those beside it are over', async () => {
  const over: number[] = [];
  const work = async (index: number) => {
    if (index === 1) throw new Error('no');
    await new Promise((resolve) => setTimeout(resolve, 5));
    over.push(index);
    return index;
  };
  const given: number[] = [];
  const all = async () => {
    for await (const one of inOrder(10, 2, work)) given.push(one);
  };
  await expect(all()).rejects.toThrow('no');
  expect(given).toEqual([0]);
  expect(over).toEqual([0, 2, 3]);
});
