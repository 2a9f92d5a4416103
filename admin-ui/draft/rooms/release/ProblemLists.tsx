import { Alert } from 'antd';
import type { DraftView } from '#core/model/wire/index.ts';
import { draftWords, useWords } from '#renderer/locales/index.ts';
import { ProblemLine } from '../../check/ProblemLine.tsx';
import { useOpenDraft } from '../../DraftContext.tsx';

const SHOWN = 40;
/** Problems that say an example comes out otherwise. */
export const EXAMPLES: ReadonlySet<string> = new Set(['failing-case', 'failing-expression-case']);

/** What the server has found, which alone decides whether the draft can be published. */
export function ProblemLists() {
  const words = useWords(draftWords);
  const { view } = useOpenDraft();
  const errors = view.problems.filter(({ severity }) => severity === 'error');
  const others = view.problems.filter(({ severity }) => severity === 'warning');
  const { cases, failed } = view.found;
  // The list is longer than what was checked: a change of this page is known before its outcome is.
  const isBehind = view.changes.length < view.length;
  return (
    <>
      {isBehind && (
        <p role="status" className="quiet">
          {words.checking}
        </p>
      )}
      {errors.length + others.length === 0 && !isBehind && (
        <Alert type="success" showIcon title={`${words.clean} ${words.cases(cases - failed, cases)}`} />
      )}
      <ProblemList title={words.wrongs} problems={errors} />
      <ProblemList title={words.warnings} problems={others} />
    </>
  );
}

function ProblemList({ title, problems }: { title: string } & Pick<DraftView, 'problems'>) {
  const words = useWords(draftWords);
  if (problems.length === 0) return null;
  return (
    <section className="findings" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {problems.slice(0, SHOWN).map((problem) => (
          <ProblemLine
            key={`${problem.code}/${problem.file}/${problem.pointer}/${problem.message}`}
            problem={problem}
          />
        ))}
      </ul>
      {problems.length > SHOWN && <p className="quiet">{words.morePending(problems.length - SHOWN)}</p>}
    </section>
  );
}
