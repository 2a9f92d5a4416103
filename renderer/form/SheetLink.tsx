import type { MouseEvent, ReactNode } from 'react';
import { sheetUrl } from '#renderer/api/index.ts';
import { useOpenCase } from './store/context.tsx';

type Props = { sheet: string; format: 'html' | 'pdf'; label?: string; children: ReactNode };

/** A sheet in a window of its own; unsaved answers are saved before it is fetched. */
export function SheetLink({ sheet, format, label, children }: Props) {
  const { store } = useOpenCase();
  const href = sheetUrl(store.view.id, sheet, format);
  const open = (event: MouseEvent) => {
    if (Object.values(store.snapshot().saves).every(({ kind }) => kind === 'saved')) return;
    // The window must open during the click itself, or the browser blocks it.
    const opened = window.open('', '_blank');
    if (!opened) return;
    event.preventDefault();
    opened.opener = null;
    void store.flush().finally(() => opened.location.replace(href));
  };
  return (
    <a href={href} target="_blank" rel="noreferrer" aria-label={label} onClick={open}>
      {children}
    </a>
  );
}
