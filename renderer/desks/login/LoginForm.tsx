import { useEffect, useState } from 'react';
import { useLogin } from '#renderer/api/index.ts';
import { Action } from '#renderer/basics/index.ts';
import { useNarrow } from '#renderer/frame/index.ts';
import { HumanCheck, useHumanCheck } from '#renderer/human/index.ts';
import { type LoginWords, loginWords, useWords } from '#renderer/locales/index.ts';
import { focusField, LineField, Sentence, usePlainForm } from '#renderer/plain-forms/index.ts';

type Values = { username: string; password: string; code: string };

const EMPTY: Values = { username: '', password: '', code: '' };

/** User name and password. What the server says stands above the fields; the focus goes to what is to be mended. */
export function LoginForm() {
  const words = useWords(loginWords);
  const { form, check, asksCode, error } = useLoginForm();
  const narrow = useNarrow();
  useEffect(() => {
    if (!narrow) focusField('username');
  }, [narrow]);
  return (
    <form className="entry" noValidate onSubmit={form.submit} aria-label={words.login}>
      <Sentence error={error} />
      <LineField
        {...form.line('username')}
        starred={false}
        label={words.username}
        autoComplete="username"
        maxLength={64}
      />
      <LineField
        {...form.line('password')}
        label={words.password}
        secret
        starred={false}
        autoComplete="current-password"
        maxLength={200}
      />
      {asksCode && (
        <LineField
          {...form.line('code')}
          starred={false}
          label={words.code}
          autoComplete="one-time-code"
          maxLength={6}
        />
      )}
      <HumanCheck check={check} />
      <Action kind="primary" size="large" submits wide busy={form.isSending}>
        {form.isSending ? words.loggingIn : words.login}
      </Action>
    </form>
  );
}

/** The form's values and how they are sent; `asksCode` once the server wants the second factor. */
function useLoginForm() {
  const words = useWords(loginWords);
  const login = useLogin();
  const check = useHumanCheck();
  const [asksCode, setAsksCode] = useState(false);
  useEffect(() => {
    if (asksCode) focusField('code');
  }, [asksCode]);
  const form = usePlainForm<Values>({
    initialValues: EMPTY,
    validate: (values) => missing(values, words),
    send: async ({ username, password, code }) => {
      const credentials = { username: username.trim(), password };
      try {
        const proof = await check.take();
        const sent = asksCode ? { ...credentials, proof, code: code.trim() } : { ...credentials, proof };
        if ((await login.mutateAsync(sent)) !== 'code-asked') return;
      } catch (error) {
        check.restart();
        throw error;
      }
      setAsksCode(true);
      check.restart();
    },
    afterFailure: ([first = asksCode ? 'code' : 'password']) => focusField(first),
  });
  return { form, check, asksCode, error: login.error };
}

function missing({ username, password }: Values, words: LoginWords): Partial<Values> {
  const errors: Partial<Values> = {};
  if (username.trim() === '') errors.username = words.usernameMissing;
  if (password === '') errors.password = words.passwordMissing;
  return errors;
}
