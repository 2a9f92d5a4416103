import { draftPreviewWords, draftWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../DraftContext.tsx';
import type { DraftCheck } from './counts.ts';
import { ProblemLine } from './ProblemLine.tsx';

const SHOWN = 30;

/** What is wrong with the draft, each with its place and the way to where it is mended; and the cases that fail. */
export function Findings({ check: { problems, cases } }: { check: DraftCheck }) {
  const words = useWords(draftPreviewWords);
  const draft = useWords(draftWords);
  const { edition } = useOpenDraft();
  const named = (id: string) => edition.definition.cases.find((one) => one.id === id)?.name ?? id;
  return (
    <section className="findings strip-findings" aria-label={words.findings}>
      {problems.length === 0 && cases.failed.length === 0 && <p className="quiet">{words.noFindings}</p>}
      <ul>
        {problems.slice(0, SHOWN).map((problem) => (
          <ProblemLine
            key={`${problem.code}${problem.file}${problem.pointer}${problem.message}`}
            problem={problem}
          />
        ))}
      </ul>
      {problems.length > SHOWN && <p className="quiet">{draft.morePending(problems.length - SHOWN)}</p>}
      {cases.failed.length > 0 && (
        <>
          <h2>{words.failing}</h2>
          <ul>
            {cases.failed.slice(0, SHOWN).map((id) => (
              <li key={id}>{named(id)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
