import type { Challenge, Payload, Solution } from 'altcha-lib';

/** Solves a task in a thread of its own and gives the proof to send. Throws where it was stopped or failed. */
export async function solve(challenge: Challenge, stop: AbortSignal): Promise<string> {
  const solution = await inWorker(challenge, stop);
  const { codeChallenge: _code, ...task } = challenge;
  const payload: Payload = { challenge: task, solution };
  return btoa(JSON.stringify(payload));
}

function inWorker(challenge: Challenge, stop: AbortSignal): Promise<Solution> {
  if (stop.aborted) return Promise.reject(new Error('the human check was stopped'));
  const worker = new Worker(new URL('./solver.worker.ts', import.meta.url), { type: 'module' });
  const solving = new Promise<Solution>((resolve, reject) => {
    stop.addEventListener('abort', () => reject(new Error('the human check was stopped')));
    worker.addEventListener('error', () => reject(new Error('the human check could not be solved')));
    worker.addEventListener('message', ({ data }: MessageEvent<Solution | null>) =>
      data ? resolve(data) : reject(new Error('the human check took too long')),
    );
  });
  worker.postMessage(challenge);
  return solving.finally(() => worker.terminate());
}
