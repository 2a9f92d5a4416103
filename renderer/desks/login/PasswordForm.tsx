import { Button } from 'antd';
import { useFormik } from 'formik';
import { useEffect, useRef } from 'react';
import { type ProgrammeView, useChangePassword } from '#renderer/api/index.ts';
import {
  type LoginWords,
  loginWords,
  type RegistrationWords,
  registrationWords,
  useWords,
} from '#renderer/locales/index.ts';
import { demandsOf, LineField, PolicyList, Question } from '#renderer/plain-forms/index.ts';
import { Sentence } from './Sentence.tsx';

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
  const box = useRef<HTMLFormElement>(null);
  const demandsFor = (password: string) => demandsOf(policy, password, username, words);
  const form = useFormik<Values>({
    initialValues: { current: '', next: '', repeated: '', question: '', answer: '' },
    validate: (values) => ({
      ...wrong(
        values,
        demandsFor(values.next).every(({ met }) => met),
        words,
      ),
      ...(asksQuestion ? unanswered(values, asked) : {}),
    }),
    validateOnBlur: false,
    onSubmit: async ({ current, next, question, answer }) => {
      const sent = asksQuestion ? { current, next, question, answer } : { current, next };
      await change.mutateAsync(sent).then(onChanged, () => focus(box.current, 'current'));
    },
  });
  const shown = (name: keyof Values) => (form.submitCount > 0 ? form.errors[name] : undefined);
  useEffect(() => focus(box.current, 'current'), []);
  const firstWrong = FIELDS.find((name) => form.errors[name]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves once an attempt, not while typing
  useEffect(() => {
    if (form.submitCount > 0 && firstWrong) focus(box.current, firstWrong);
  }, [form.submitCount]);
  return (
    <form
      ref={box}
      className="entry"
      noValidate
      onSubmit={form.handleSubmit}
      aria-label={words.changePassword}
    >
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      <Sentence error={change.error} />
      {FIELDS.map((name) => (
        <LineField
          key={name}
          name={name}
          label={words[name]}
          value={form.values[name]}
          error={shown(name)}
          note={name === 'next' ? <PolicyList demands={demandsFor(form.values.next)} /> : undefined}
          secret
          autoComplete={name === 'current' ? 'current-password' : 'new-password'}
          maxLength={200}
          onChange={(value) => form.setFieldValue(name, value)}
        />
      ))}
      {asksQuestion && (
        <>
          <Question
            questions={policy.questions}
            value={form.values.question}
            error={shown('question')}
            onChange={(value) => void form.setFieldValue('question', value)}
          />
          <LineField
            name="answer"
            label={asked.answer}
            value={form.values.answer}
            error={shown('answer')}
            autoComplete="off"
            maxLength={200}
            onChange={(value) => void form.setFieldValue('answer', value)}
          />
        </>
      )}
      <Button type="primary" htmlType="submit" size="large" block loading={change.isPending}>
        {change.isPending ? words.saving : words.save}
      </Button>
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

function focus(box: HTMLElement | null, name: keyof Values): void {
  box?.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.focus();
}
