import { Alert, Checkbox } from 'antd';
import { useMemo } from 'react';
import type { CompiledEdition, Definition } from '#core/model/index.ts';
import { casesWords, draftPreviewWords, useWords } from '#renderer/locales/index.ts';
import { CaseForm, Outcome } from '../cases/index.ts';
import { useOpenDraft } from '../DraftContext.tsx';
import {
  caseOfPreviewed,
  type Meant,
  outcomeOfPreviewed,
  type PreviewedAnswers,
  previewedCaseOf,
} from '../model/previewed-case.ts';
import { tryable } from '../model/trial.ts';
import { useUnsent } from '../useUnsent.ts';

type Props = { answers: PreviewedAnswers; close: () => void };

/** What is filled in in the preview as a case: its name, what has to come of it, and what comes of it now. */
export function PreviewedCaseForm({ answers, close }: Props) {
  const words = useWords(casesWords);
  const own = useWords(draftPreviewWords);
  const { edition, view } = useOpenDraft();
  const { categories } = edition.definition;
  const [meant, setMeant] = useUnsent<Meant>('meant', { name: '', mustPass: true, hasFiles: false });
  const put = (patch: Partial<Meant>) => setMeant((before) => ({ ...before, ...patch }));
  const form = categories.find(({ id }) => id === answers.form);
  const tried = useMemo(() => triedOf(edition.definition), [edition]);
  const made = useMemo(
    () => (tried && form ? caseOfPreviewed(tried, answers, meant.hasFiles) : null),
    [tried, form, answers, meant.hasFiles],
  );
  return (
    <div className="previewed-case">
      <CaseForm
        label={own.makeCaseOf(form?.title ?? answers.form)}
        meant={meant}
        put={put}
        change={made && previewedCaseOf(edition, answers, made, meant)}
        close={close}
        answers={
          <>
            <p className="quiet">{own.kept}</p>
            <Checkbox checked={meant.hasFiles} onChange={({ target }) => put({ hasFiles: target.checked })}>
              {own.keptFiles}
            </Checkbox>
          </>
        }
      >
        {tried && made ? (
          <Outcome
            key={`${meant.mustPass} ${meant.hasFiles} ${view.source}`}
            mustPass={meant.mustPass}
            compute={() => outcomeOfPreviewed(tried, made)}
          />
        ) : (
          <Alert type="error" showIcon title={words.wrong} />
        )}
      </CaseForm>
    </div>
  );
}

/** Null while the draft is such that nothing can be tried on it. */
function triedOf(definition: Definition): CompiledEdition | null {
  try {
    return tryable(definition);
  } catch {
    return null;
  }
}
