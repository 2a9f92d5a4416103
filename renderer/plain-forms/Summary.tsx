import { Alert } from 'antd';
import { type Ref, useId } from 'react';
import type { AnswerProblem } from '#core/model/index.ts';
import { messageOf } from '#renderer/api/index.ts';
import { anchorOf, focusAnchor, ProblemList } from '#renderer/form/index.ts';
import { apiWords, registrationWords, useWords } from '#renderer/locales/index.ts';
import { CREDENTIAL_NAMES, type Credentials } from './credentials.ts';

type Props = {
  credentials: Partial<Credentials>;
  problems: readonly AnswerProblem[];
  /** What the server refused without naming a field. */
  error?: unknown;
  ref?: Ref<HTMLElement>;
};

/** Everything that has to be fixed, on top, each a link to its field. */
export function Summary({ credentials, problems, error, ref }: Props) {
  const words = useWords(registrationWords);
  const sentences = useWords(apiWords);
  const title = useId();
  const own = CREDENTIAL_NAMES.flatMap((name) =>
    credentials[name] ? [asProblem(name, words[name], credentials[name])] : [],
  );
  const all = [...own, ...problems.filter(({ severity }) => severity === 'block')];
  if (all.length === 0 && !error) return null;
  return (
    <section ref={ref} className="summary" tabIndex={-1} aria-labelledby={title}>
      <h2 id={title}>{all.length > 0 ? words.wrong(all.length) : messageOf(error, sentences)}</h2>
      {all.length > 0 && error !== undefined && (
        <Alert type="error" showIcon title={messageOf(error, sentences)} />
      )}
      <ProblemList
        problems={all}
        hrefOf={(problem) => `#${anchorOf(problem)}`}
        onFollow={(problem) => focusAnchor(anchorOf(problem))}
      />
    </section>
  );
}

/** The engine's own fields have their names as ids. */
const asProblem = (name: string, place: string, message: string): AnswerProblem => ({
  path: name,
  section: '',
  code: 'required',
  params: {},
  place,
  message,
  severity: 'block',
});

/** Takes the reader to the beginning of the summary, however long it is. */
export function goToSummary(summary: HTMLElement | null): void {
  summary?.focus({ preventScroll: true });
  summary?.scrollIntoView({ block: 'start' });
}
