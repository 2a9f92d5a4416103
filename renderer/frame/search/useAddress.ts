import { useCallback } from 'react';
import { useSearchParams } from 'wouter';

/**
 * A value that stands in the address, so that it is there again after a reload and on the way back; empty: it does not
 * stand there. Setting it makes no further step of the way back.
 */
export function useAddress(name: string): readonly [string, (value: string) => void] {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (value: string) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          if (value === '') next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: true },
      ),
    [name, setParams],
  );
  return [params.get(name) ?? '', set];
}

/** One of these values, or none; what an address says besides counts as none. */
export function useChoiceInAddress<T extends string>(
  name: string,
  choices: readonly T[],
): readonly [T | '', (value: T | '') => void] {
  const [there, set] = useAddress(name);
  return [choices.find((one) => one === there) ?? '', set];
}
