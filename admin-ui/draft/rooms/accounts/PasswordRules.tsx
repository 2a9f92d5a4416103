import { Button } from 'antd';
import { useId, useState } from 'react';
import type { Change } from '#core/change/index.ts';
import { draftAccountsWords, draftFormsWords, useWords } from '#renderer/locales/index.ts';
import { focusField, LineField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../../ChangeForm.tsx';
import { useOpenDraft } from '../../DraftContext.tsx';
import { OpenedForm } from '../../OpenedForm.tsx';
import { useOpened, useUnsent } from '../../useUnsent.ts';

/** The least and the most that may be demanded. */
const BOUNDS = { minLength: [8, 64], classes: [1, 4] } as const;
type Rule = keyof typeof BOUNDS;
const RULES = ['minLength', 'classes'] as const;

/** What passwords must be: how long, of how many classes of characters. */
export function PasswordRules() {
  const words = useWords(draftAccountsWords);
  const forms = useWords(draftFormsWords);
  const { edition, isOpen } = useOpenDraft();
  const { password } = edition.definition.programme;
  const [isChanging, setChanging] = useOpened<true>('password');
  const questions = edition.definition.codes.find(({ id }) => id === password.questions);
  if (isChanging)
    return (
      <OpenedForm name="password">
        <PasswordForm close={() => setChanging(null)} />
      </OpenedForm>
    );
  return (
    <>
      <ul>
        {RULES.map((rule) => (
          <li key={rule}>
            {words[rule]} {password[rule]}
          </li>
        ))}
        {questions && (
          <li>
            {words.questions} {questions.title}
          </li>
        )}
      </ul>
      {isOpen && (
        <Button size="small" aria-label={`${forms.edit} ${words.password}`} onClick={() => setChanging(true)}>
          {forms.edit}
        </Button>
      )}
    </>
  );
}

function PasswordForm({ close }: { close: () => void }) {
  const words = useWords(draftAccountsWords);
  const { edition } = useOpenDraft();
  const id = useId();
  const { password } = edition.definition.programme;
  const now = { minLength: String(password.minLength), classes: String(password.classes) };
  const [typed, setTyped] = useUnsent<Record<Rule, string>>('typed', now);
  const [hasFailed, setFailed] = useState(false);
  const wrong = RULES.find((rule) => !isWithin(rule, typed[rule]));
  const changes = RULES.filter((rule) => typed[rule].trim() !== now[rule]).map(
    (rule): Change => ({
      kind: 'setNumber',
      part: 'programme',
      way: ['password', rule],
      number: Number(typed[rule]),
    }),
  );
  return (
    <ChangeForm
      label={words.password}
      changes={wrong === undefined && changes.length > 0 ? changes : null}
      onWrong={() => {
        setFailed(true);
        if (wrong === undefined) close();
        else focusField(`${id}-${wrong}`);
      }}
      close={close}
    >
      {RULES.map((rule) => (
        <LineField
          key={rule}
          name={`${id}-${rule}`}
          label={words[rule]}
          value={typed[rule]}
          error={hasFailed && wrong === rule ? words.wrong(BOUNDS[rule][0], BOUNDS[rule][1]) : undefined}
          size="middle"
          autoComplete="off"
          maxLength={3}
          note={<span className="quiet">{words[`${rule}Hint`]}</span>}
          onChange={(text) => setTyped((before) => ({ ...before, [rule]: text }))}
        />
      ))}
    </ChangeForm>
  );
}

function isWithin(rule: Rule, text: string): boolean {
  const [least, most] = BOUNDS[rule];
  return /^\d{1,3}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;
}
