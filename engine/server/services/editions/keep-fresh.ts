import type { Editions } from '#server/services/ground/index.ts';

/** What another process has published is served after so many milliseconds, and as long as it takes to compile. */
const ASK_EVERY = 1000;

/**
 * Looks again and again whether something was published, and goes over to it. A failure is reported once, not at every
 * look. Gives the way to stop, which waits for the look that is under way.
 */
export function keepFresh(
  { refresh }: Pick<Editions, 'refresh'>,
  failed: (error: unknown) => void,
): () => Promise<void> {
  let checking: Promise<void> | null = null;
  let reported = '';

  async function check(): Promise<void> {
    try {
      await refresh();
      reported = '';
    } catch (error) {
      if (reported !== String(error)) failed(error);
      reported = String(error);
    }
  }

  const timer = setInterval(() => {
    checking ??= check().finally(() => {
      checking = null;
    });
  }, ASK_EVERY);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await checking;
  };
}
