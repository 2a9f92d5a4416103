import { useEffect } from 'react';
import { type ProgrammeView, useChangePassword } from '#renderer/api/index.ts';
import { Action } from '#renderer/basics/index.ts';
import {
  type LoginWords,
  loginWords,
  type RegistrationWords,
  registrationWords,
  useWords,
} from '#renderer/locales/index.ts';
import {
  demandsOf,
  focusField,
  LineField,
  PolicyList,
  Question,
  Sentence,
  usePlainForm,
} from '#renderer/plain-forms/index.ts';

type Values = { current: string; next: string; repeated: string; question: string; answer: string };
type Props = {
  policy: ProgrammeView['password'];
  username: string;
  /** The security question is set together with the password: with an initial one, or where there is none yet. */
  asksQuestion: boolean;
  onChanged: () => void;
};

const FIELDS = ['current', 'next', 'repeated'] as const;

/** Current, new, and new again. The policy is told in words and ticked off while typing. */
export function PasswordForm({ policy, username, asksQuestion, onChanged }: Props) {
  const words = useWords(loginWords);
  const asked = useWords(registrationWords);
  const change = useChangePassword();
  const demandsFor = (password: string) => demandsOf(policy, password, username, words);
  const form = usePlainForm<Values>({
    initialValues: { current: '', next: '', repeated: '', question: '', answer: '' },
    validate: (values) => ({
      ...wrong(
        values,
        demandsFor(values.next).every(({ met }) => met),
        words,
      ),
      ...(asksQuestion ? unanswered(values, asked) : {}),
    }),
    send: ({ current, next, question, answer }) =>
      change
        .mutateAsync(asksQuestion ? { current, next, question, answer } : { current, next })
        .then(onChanged),
    afterFailure: ([first = 'current']) => focusField(first),
  });
  useEffect(() => focusField('current'), []);
  return (
    <form className="entry" noValidate onSubmit={form.submit} aria-label={words.changePassword}>
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      <Sentence error={change.error} />
      {FIELDS.map((name) => (
        <LineField
          {...form.line(name)}
          key={name}
          label={words[name]}
          note={name === 'next' ? <PolicyList demands={demandsFor(form.values.next)} /> : undefined}
          secret
          autoComplete={name === 'current' ? 'current-password' : 'new-password'}
          maxLength={200}
        />
      ))}
      {asksQuestion && (
        <>
          <Question
            questions={policy.questions}
            value={form.values.question}
            error={form.errors.question}
            onChange={(value) => form.change('question', value)}
          />
          <LineField {...form.line('answer')} label={asked.answer} autoComplete="off" maxLength={200} />
        </>
      )}
      <Action kind="primary" size="large" submits wide busy={change.isPending}>
        {change.isPending ? words.saving : words.save}
      </Action>
    </form>
  );
}

function wrong({ current, next, repeated }: Values, allowed: boolean, words: LoginWords): Partial<Values> {
  const errors: Partial<Values> = {};
  if (current === '') errors.current = words.currentMissing;
  if (next === '') errors.next = words.nextMissing;
  else if (next === current) errors.next = words.same;
  else if (!allowed) errors.next = words.policyUnmet;
  if (repeated === '') errors.repeated = words.repeatedMissing;
  else if (repeated !== next) errors.repeated = words.differs;
  return errors;
}

function unanswered({ question, answer }: Values, words: RegistrationWords): Partial<Values> {
  const errors: Partial<Values> = {};
  if (question === '') errors.question = words.questionMissing;
  if (answer.trim() === '') errors.answer = words.answerMissing;
  return errors;
}
