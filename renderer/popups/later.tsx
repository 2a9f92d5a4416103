import { type ComponentType, type FunctionComponent, useEffect, useState } from 'react';

/** Milliseconds after which what could not be fetched is asked for again, while it is wanted. */
const AGAIN = 3000;

type Load<P> = () => Promise<{ default: ComponentType<P> }>;

/**
 * A component that few pages need at once: it is fetched when it is first drawn, and nothing stands there until then.
 * Where the network is away it is asked for again, in place of failing the page. Besides, what fetches it ahead.
 */
export function later<P extends object>(load: Load<P>): [FunctionComponent<P>, () => Promise<void>] {
  let Known: ComponentType<P> | null = null;
  const fetch = async (): Promise<void> => {
    Known = (await load()).default;
  };
  function Later(props: P) {
    const [tries, setTries] = useState(0);
    const [, setThere] = useState(false);
    useEffect(() => {
      if (Known) return;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let wanted = true;
      const retry = () => {
        if (wanted) timer = setTimeout(() => setTries(tries + 1), AGAIN);
      };
      fetch().then(() => wanted && setThere(true), retry);
      return () => {
        wanted = false;
        clearTimeout(timer);
      };
    }, [tries]);
    return Known && <Known {...props} />;
  }
  return [Later, fetch];
}
