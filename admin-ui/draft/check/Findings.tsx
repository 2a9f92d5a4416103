import { useLocation } from 'wouter';
import { draftPreviewWords, draftWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../DraftContext.tsx';
import { roomOf, targetOf } from './rooms.ts';
import type { DraftCheck } from './useDraftCheck.ts';

type Props = { check: DraftCheck; rooms: readonly string[]; pathOf: (room: string) => string };

const SHOWN = 30;

/** What is wrong with the draft, each with its place and the way to where it is mended; and the cases that fail. */
export function Findings({ check, rooms, pathOf }: Props) {
  const words = useWords(draftPreviewWords);
  const draft = useWords(draftWords);
  const { edition, setTarget } = useOpenDraft();
  const [, go] = useLocation();
  const { problems, cases } = check;
  const named = (id: string) => edition.definition.cases.find((one) => one.id === id)?.name ?? id;
  return (
    <section className="findings strip-findings" aria-label={words.findings}>
      {problems.length === 0 && cases.failed.length === 0 && <p className="quiet">{words.noFindings}</p>}
      <ul>
        {problems.slice(0, SHOWN).map((problem) => {
          const room = roomOf(problem, rooms);
          return (
            <li key={`${problem.code}${problem.file}${problem.pointer}${problem.message}`}>
              <span className={problem.severity === 'error' ? 'problem' : undefined}>{problem.message}</span>
              <div className="quiet">
                {problem.place}{' '}
                <a
                  href={pathOf(room)}
                  onClick={(event) => {
                    event.preventDefault();
                    setTarget(withForm(targetOf(problem), edition.definition.categories));
                    go(pathOf(room));
                  }}
                >
                  {words.goTo}
                </a>
              </div>
            </li>
          );
        })}
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

type Forms = { id: string; sections: { id: string }[] }[];

/** A section is looked at in a form: in the first that has it where none is named. */
function withForm(target: { category?: string; section?: string }, forms: Forms) {
  const { category, section } = target;
  const form = category ?? forms.find(({ sections }) => sections.some(({ id }) => id === section))?.id;
  return { ...(form !== undefined && { category: form }), ...(section !== undefined && { section }) };
}
