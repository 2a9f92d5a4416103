import { expect, it } from 'vitest';
import { openSharedWork } from '#server/print/pdf/shared-work.ts';

/** Work that ends when it is told to, or fails when nobody waits. */
function opened() {
  const shared = openSharedWork<string>(() => new Error('nobody waits'));
  let begun = 0;
  const ends: (() => void)[] = [];
  const ask = (gone?: AbortSignal) =>
    shared.of('key', gone, (nobody) => {
      begun += 1;
      return new Promise((resolve, reject) => {
        nobody.addEventListener('abort', () => reject(nobody.reason));
        ends.push(() => resolve(`result ${ends.length}`));
      });
    });
  return { ask, ends, begun: () => begun };
}

it('is done once for all who wait', async () => {
  const { ask, ends, begun } = opened();
  const all = [ask(), ask(new AbortController().signal), ask()];
  ends[0]?.();
  expect(await Promise.all(all)).toEqual(['result 1', 'result 1', 'result 1']);
  expect(begun()).toBe(1);
});

it('goes on for one who waits while others are gone', async () => {
  const { ask, ends } = opened();
  const [one, other] = [new AbortController(), new AbortController()];
  const all = [ask(one.signal), ask(other.signal)];
  one.abort();
  ends[0]?.();
  expect(await Promise.all(all)).toEqual(['result 1', 'result 1']);
});

it('is given up when all are gone, and begun anew for who asks then', async () => {
  const { ask, ends, begun } = opened();
  const gone = new AbortController();
  const first = [ask(gone.signal), ask(gone.signal)];
  gone.abort();
  const again = ask();
  ends[1]?.();
  expect((await Promise.allSettled(first)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await again).toBe('result 2');
  await expect(ask(gone.signal)).rejects.toThrow('nobody waits');
  expect(begun()).toBe(2);
});
