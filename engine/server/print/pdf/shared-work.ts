/** Work that several may wait for at once: done once, and given up when none of them waits any more. */
type SharedWork<T> = {
  /**
   * The result for whoever asks by this key. `gone`: that they wait no longer; who has no such signal waits to the end.
   * `work` is given the signal that nobody waits.
   */
  of: (key: string, gone: AbortSignal | undefined, work: (nobody: AbortSignal) => Promise<T>) => Promise<T>;
};

type Running<T> = { result: Promise<T>; waiting: number; nobody: AbortController };

/** @param reason - what work that is given up fails with */
export function openSharedWork<T>(reason: () => Error): SharedWork<T> {
  const running = new Map<string, Running<T>>();

  const end = (key: string, one: Running<T>): void => {
    if (running.get(key) === one) running.delete(key);
  };

  const begin = (key: string, work: (nobody: AbortSignal) => Promise<T>): Running<T> => {
    const nobody = new AbortController();
    const one: Running<T> = { result: work(nobody.signal), waiting: 0, nobody };
    running.set(key, one);
    one.result.catch(() => undefined).finally(() => end(key, one));
    return one;
  };

  const leave = (key: string, one: Running<T>): void => {
    one.waiting -= 1;
    if (one.waiting > 0) return;
    // Who asks for the same from now on begins anew.
    end(key, one);
    one.nobody.abort(reason());
  };

  return {
    async of(key, gone, work) {
      if (gone?.aborted) throw reason();
      const one = running.get(key) ?? begin(key, work);
      one.waiting += 1;
      gone?.addEventListener('abort', () => leave(key, one), { once: true });
      return await one.result;
    },
  };
}
