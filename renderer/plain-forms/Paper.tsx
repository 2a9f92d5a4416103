import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useProgramme } from '#renderer/api/index.ts';
import { HelpButton } from '#renderer/help/index.ts';
import { registrationWords, useWords } from '#renderer/locales/index.ts';

type Props = { title: string; children: ReactNode };

/** A public page with room for a form: the programme on top, the way back to the login, one column of paper. */
export function Paper({ title, children }: Props) {
  const words = useWords(registrationWords);
  const programme = useProgramme().data;
  return (
    <div className="frame">
      <header className="header">
        <Link href="/" className="programme">
          <span className="wide">{programme?.title}</span>
          <span className="narrow">{programme?.shortTitle}</span>
        </Link>
        <div className="tools">
          <HelpButton />
          <Link href="/" className="to-login">
            {words.toLogin}
          </Link>
        </div>
      </header>
      <main id="content" className="registration" tabIndex={-1}>
        <div className="page">
          <div className="page-head">
            <h1>{title}</h1>
          </div>
          {children}
        </div>
      </main>
    </div>
  );
}
