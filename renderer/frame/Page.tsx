import type { ReactNode } from 'react';

type Props = {
  title?: ReactNode;
  /** What stands at the right of the title: state, time left. */
  aside?: ReactNode;
  /** The page's primary action and what goes with it: at the end of the page, on phones at the bottom edge. */
  actions?: ReactNode;
  children: ReactNode;
};

/** A page of a desk: heading, work, and the actions always at the same place. */
export function Page({ title, aside, actions, children }: Props) {
  return (
    <div className="page">
      {(title || aside) && (
        <div className="page-head">
          {title && <h1>{title}</h1>}
          {aside && <div className="page-aside">{aside}</div>}
        </div>
      )}
      {children}
      {actions && <div className="actions">{actions}</div>}
    </div>
  );
}

/** What will appear here, and what brings it. */
export function Empty({ children }: { children: ReactNode }) {
  return <p className="empty">{children}</p>;
}
