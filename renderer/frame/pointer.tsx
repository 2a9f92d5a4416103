import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { ignoreStrayPresses } from './doublePress.ts';

type Run = () => void;

/** Whether a button is being pressed, and what waits until it has been released. */
class Pointer {
  #pressed = false;
  readonly #waiting: Run[] = [];

  readonly after = (run: Run): void => {
    if (this.#pressed) this.#waiting.push(run);
    else run();
  };

  /** Watches every press on the page. Gives the function that ends it. */
  watch(page: Document): () => void {
    const ended = new AbortController();
    const listening = { capture: true, signal: ended.signal };
    page.addEventListener('pointerdown', this.#press, listening);
    page.addEventListener('pointerup', this.#release, listening);
    page.addEventListener('pointercancel', this.#release, listening);
    page.addEventListener('click', this.#click, listening);
    return () => ended.abort();
  }

  readonly #runAll = (): void => {
    for (const run of this.#waiting.splice(0)) run();
  };

  readonly #press = (): void => {
    this.#pressed = true;
  };

  /** A press that is released beside the button causes no click. */
  readonly #release = (): void => {
    this.#pressed = false;
    setTimeout(this.#runAll);
  };

  /**
   * Before the click does anything: it may lead to another page, and a form that is taken away at once would not
   * pass on what was typed last.
   */
  readonly #click = (): void => {
    if (this.#waiting.length > 0) flushSync(this.#runAll);
  };
}

const PointerContext = createContext<(run: Run) => void>((run) => run());

/** Watches the pointer for everything inside. */
export function PointerProvider({ children }: { children: ReactNode }) {
  const [pointer] = useState(() => new Pointer());
  useEffect(() => pointer.watch(document), [pointer]);
  useEffect(() => ignoreStrayPresses(document), []);
  return <PointerContext value={pointer.after}>{children}</PointerContext>;
}

/**
 * Runs something now, or once the button that is being pressed has been released. Leaving a field by pressing
 * something else must not move that something (a sentence appears, a line opens) between press and release: the click
 * would be lost.
 */
export const useAfterPointerUp = (): ((run: Run) => void) => useContext(PointerContext);
