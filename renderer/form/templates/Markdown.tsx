import type { ReactNode } from 'react';

/** Stands in for the Markdown reader that RJSF brings along: descriptions are plain text here, and it is 20 KB. */
export function Markdown({ children }: { children: ReactNode }) {
  return children;
}
