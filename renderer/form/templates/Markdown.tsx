import type { ReactNode } from 'react';

/** Replaces the Markdown library that RJSF brings along: descriptions are plain text here, and it has 20 KB. */
export function Markdown({ children }: { children: ReactNode }) {
  return children;
}
