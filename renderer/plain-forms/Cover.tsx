import type { ReactNode } from 'react';
import type { ProgrammeView } from '#renderer/api/index.ts';
import './cover.css';

type Props = { programme: ProgrammeView; aside?: ReactNode; children: ReactNode };

/** A page outside the desks: the programme's name on top, one column of paper below. */
export function Cover({ programme, aside, children }: Props) {
  return (
    <div className="frame cover">
      <header className="cover-head">
        <h1>{programme.title}</h1>
        <p>{programme.cycle.title}</p>
      </header>
      <main id="content" className="cover-paper">
        {children}
      </main>
      {aside && <footer className="cover-foot">{aside}</footer>}
    </div>
  );
}
