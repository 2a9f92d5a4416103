import { type ReactNode, useEffect, useRef } from 'react';

/** The title of a form that was opened: whoever works by keyboard stands there at once. */
export function FormHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}
