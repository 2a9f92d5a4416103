import { useEffect, useMemo } from 'react';
import { useKeys } from '#renderer/frame/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';
import { useLastRead } from '../case/lastRead.tsx';

type Options = { search: () => void; toggle?: ((id: string) => void) | undefined; enabled: boolean };

const links = (): HTMLAnchorElement[] => [...document.querySelectorAll<HTMLAnchorElement>('a[data-case]')];

const current = (): HTMLAnchorElement | undefined => {
  const row = document.activeElement?.closest('tr, li');
  return row?.querySelector<HTMLAnchorElement>('a[data-case]') ?? undefined;
};

/** Moves the focus to the row below (1) or above (-1); at first to the first row. */
function move(by: 1 | -1): void {
  const all = links();
  const at = current();
  const next = at ? all[all.indexOf(at) + by] : all[0];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** Opens the row that has the focus, or the first. */
const open = (): void => (current() ?? links()[0])?.click();

/** The keys of a list: down, up, open, select, find. The focus itself marks the row. */
export function useRowKeys({ search, toggle, enabled }: Options): void {
  const words = useWords(reviewWords);
  const bindings = useMemo(() => {
    if (!enabled) return [];
    const select = () => {
      const id = current()?.dataset.case;
      if (id) toggle?.(id);
    };
    return [
      { key: 'j', title: words.keyDown, run: () => move(1) },
      { key: 'k', title: words.keyUp, run: () => move(-1) },
      { key: 'Enter', title: words.keyOpen, run: open },
      ...(toggle ? [{ key: 'x', title: words.keySelect, run: select }] : []),
      { key: '/', title: words.keySearch, run: search },
    ];
  }, [enabled, search, toggle, words]);
  useKeys(bindings);
}

/** After a case the focus returns to its row, once the rows are there. */
export function useReturn(ready: boolean): void {
  const lastRead = useLastRead();
  useEffect(() => {
    if (!ready || lastRead.current === null) return;
    const link = links().find((one) => one.dataset.case === lastRead.current);
    lastRead.current = null;
    link?.focus();
  }, [ready, lastRead]);
}
