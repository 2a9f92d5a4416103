import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { readChallenge } from '#renderer/api/index.ts';
import { solve } from './solve.ts';

/** How the check stands: `failed` carries what went wrong. */
type HumanState = { kind: 'working' } | { kind: 'ready' } | { kind: 'failed'; error: unknown };

export type HumanCheckHandle = {
  state: HumanState;
  /** The proof to send, as soon as there is one; each serves once. Rejects where the check failed. */
  take: () => Promise<string>;
  /** Begins anew after a failure or a refusal. */
  restart: () => void;
};

/** A proof expires; shortly before, a new task is solved. */
const FRESH_FOR = 4 * 60_000;

type Attempt = { proof: Promise<string>; at: number; stop: AbortController };

/**
 * Proves to the server that a machine has done some work for this form: little for one form, too much for a flood of
 * them. Works by itself while the form is filled in; nobody has to see, hear or click anything.
 */
export function useHumanCheck(): HumanCheckHandle {
  const [state, setState] = useState<HumanState>({ kind: 'working' });
  const attempt = useRef<Attempt | null>(null);
  const begin = useCallback((): Attempt => {
    attempt.current?.stop.abort();
    const stop = new AbortController();
    const started: Attempt = {
      proof: readChallenge().then((challenge) => solve(challenge, stop.signal)),
      at: Date.now(),
      stop,
    };
    attempt.current = started;
    const update = (next: HumanState) => attempt.current === started && setState(next);
    update({ kind: 'working' });
    started.proof.then(
      () => update({ kind: 'ready' }),
      (error: unknown) => update({ kind: 'failed', error }),
    );
    return started;
  }, []);
  useEffect(() => {
    begin();
    return () => {
      attempt.current?.stop.abort();
      attempt.current = null;
    };
  }, [begin]);
  const take = useCallback(async () => {
    const stale = !attempt.current || Date.now() - attempt.current.at > FRESH_FOR;
    const current = stale ? begin() : attempt.current;
    attempt.current = null;
    return (current ?? begin()).proof;
  }, [begin]);
  return useMemo(() => ({ state, take, restart: () => void begin() }), [state, take, begin]);
}
