/**
 * Does `count` pieces of work, a few at once, and gives what comes of them in their order. The first that fails ends it, when
 * those beside it are over: none of them goes on unseen.
 * @param ahead - how many are begun besides the one that is waited for
 */
export async function* inOrder<T>(
  count: number,
  ahead: number,
  work: (index: number) => Promise<T>,
): AsyncGenerator<T> {
  const begun: Promise<T>[] = [];
  let next = 0;
  try {
    for (let index = 0; index < count; index += 1) {
      for (; next < count && next <= index + ahead; next += 1) begun.push(watched(work(next)));
      yield await (begun.shift() as Promise<T>);
    }
  } finally {
    await Promise.allSettled(begun);
  }
}

/** It may fail before anybody waits for it. */
function watched<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
