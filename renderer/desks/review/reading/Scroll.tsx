import type { ReactNode } from 'react';

/** What may be wider than the page: it scrolls by itself, and can be reached by keyboard to do so. */
export function Scroll({ title, children }: { title: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without the focus the arrow keys cannot scroll it
    <div className="read-scroll" role="group" tabIndex={0} aria-label={title}>
      {children}
    </div>
  );
}
