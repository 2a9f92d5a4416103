import { Alert, Checkbox } from 'antd';
import { useId, useMemo, useState } from 'react';
import type { CompiledEdition, Definition } from '#core/model/index.ts';
import { casesWords, draftPreviewWords, useWords } from '#renderer/locales/index.ts';
import { focusField, LineField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../ChangeForm.tsx';
import { Outcome, VerdictField } from '../cases/index.ts';
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
  const name = useId();
  const [isWrong, setWrong] = useState(false);
  const [meant, setMeant] = useUnsent<Meant>('meant', { name: '', mustPass: true, hasFiles: false });
  const put = (patch: Partial<Meant>) => setMeant((before) => ({ ...before, ...patch }));
  const isReady = meant.name.trim() !== '';
  const form = categories.find(({ id }) => id === answers.form);
  const tried = useMemo(() => triedOf(edition.definition), [edition]);
  const made = useMemo(
    () => tried && form && caseOfPreviewed(tried, answers, meant.hasFiles),
    [tried, form, answers, meant.hasFiles],
  );
  return (
    <div className="previewed-case">
      <ChangeForm
        label={own.makeCaseOf(form?.title ?? answers.form)}
        changes={isReady && made ? [previewedCaseOf(edition, answers, made, meant)] : null}
        showsEffects={false}
        onWrong={() => {
          setWrong(true);
          focusField(name);
        }}
        close={close}
      >
        <p className="quiet">{own.kept}</p>
        <LineField
          name={name}
          label={words.name}
          value={meant.name}
          error={isWrong && !isReady ? words.noName : undefined}
          starred={false}
          size="middle"
          autoComplete="off"
          maxLength={120}
          onChange={(text) => put({ name: text })}
        />
        <VerdictField value={meant.mustPass} change={(mustPass) => put({ mustPass })} />
        <Checkbox checked={meant.hasFiles} onChange={({ target }) => put({ hasFiles: target.checked })}>
          {own.keptFiles}
        </Checkbox>
        {tried && made ? (
          <Outcome
            key={`${meant.mustPass} ${meant.hasFiles} ${view.source}`}
            mustPass={meant.mustPass}
            compute={() => outcomeOfPreviewed(tried, made)}
          />
        ) : (
          <Alert type="error" showIcon title={words.wrong} />
        )}
      </ChangeForm>
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
