import { useEffect, useMemo, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { type CaseView, sheetUrl } from '#renderer/api/index.ts';
import { FrozenPrints, PrintButton } from '#renderer/form/index.ts';
import { Limits, useKeys, useNarrow, useTimes } from '#renderer/frame/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';
import { casePath, type ListRef, listPath } from './caseLink.ts';
import { useLastRead } from './lastRead.tsx';
import { SettingsButton } from './SettingsButton.tsx';
import type { Neighbours } from './useNeighbours.ts';

type Props = { view: CaseView; list: ListRef | null; neighbours: Neighbours };

/** Whose case it is, its state, links back and along the list, and its prints. */
export function CaseHead({ view, list, neighbours }: Props) {
  const words = useWords(reviewWords);
  const { formatTime } = useTimes();
  const lastRead = useLastRead();
  const { previous, next, at, of } = neighbours;
  const [, navigate] = useLocation();
  const back = list ? listPath(list) : '/';
  const bindings = useMemo(
    () => [
      { key: 'u', title: words.keyBack, run: () => navigate(back) },
      ...(next ? [{ key: 'n', title: words.keyNextCase, run: () => navigate(casePath(next.id, list)) }] : []),
      ...(previous
        ? [{ key: 'p', title: words.keyPreviousCase, run: () => navigate(casePath(previous.id, list)) }]
        : []),
    ],
    [words, navigate, back, next, previous, list],
  );
  useKeys(bindings);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo({ top: 0 });
    title.current?.focus({ preventScroll: true });
    lastRead.current = view.id;
  }, [view.id, lastRead]);
  const { round, enteredAt } = view.state.context;
  return (
    <header className="case-head">
      <nav className="case-way" aria-label={words.back}>
        <Link href={back}>← {words.back}</Link>
        {list && at >= 0 && <span className="quiet">{words.fileOf(at + 1, of)}</span>}
        {previous && <Link href={casePath(previous.id, list)}>{words.previous}</Link>}
        {next && <Link href={casePath(next.id, list)}>{words.next}</Link>}
      </nav>
      <div className="case-title">
        <h1 ref={title} tabIndex={-1}>
          {view.name}
        </h1>
        <span>{[view.organisation, view.categoryTitle].filter(Boolean).join(' · ')}</span>
        {round > 1 && <span className="hint">{words.roundOf(round)}</span>}
        <span className="quiet">
          {view.stateTitle} · <time dateTime={enteredAt}>{formatTime(enteredAt)}</time>
        </span>
        <Limits limits={view.limits} />
        <span className="spring" />
        <Sheets view={view} />
      </div>
    </header>
  );
}

function Sheets({ view }: { view: CaseView }) {
  const words = useWords(reviewWords);
  const narrow = useNarrow();
  if (view.sheets.length === 0) return null;
  if (!narrow) return <SheetLinks view={view} />;
  return (
    <details>
      <summary>{words.sheets}</summary>
      <SheetLinks view={view} />
    </details>
  );
}

function SheetLinks({ view }: { view: CaseView }) {
  const words = useWords(reviewWords);
  return (
    <ul className="case-sheets" aria-label={words.sheets}>
      {view.sheets.map((sheet) => (
        <li key={sheet.id}>
          {sheet.title}{' '}
          {sheet.formats.map((format) => (
            <a
              key={format}
              href={sheetUrl(view.id, sheet.id, format)}
              target="_blank"
              rel="noopener noreferrer"
              aria-label={`${sheet.title} ${words[format]}`}
            >
              {words[format]}
            </a>
          ))}
          {sheet.formats.includes('html') && (
            <PrintButton url={sheetUrl(view.id, sheet.id, 'html')} title={sheet.title} />
          )}
          <SettingsButton view={view} sheet={sheet} />
          {sheet.freezes && <FrozenPrints caseId={view.id} sheet={sheet.id} />}
        </li>
      ))}
    </ul>
  );
}
