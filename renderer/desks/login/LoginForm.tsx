import { Button, type InputRef } from 'antd';
import { useFormik } from 'formik';
import { useEffect, useRef } from 'react';
import { useLogin } from '#renderer/api/index.ts';
import { useNarrow } from '#renderer/frame/index.ts';
import { HumanCheck, useHumanCheck } from '#renderer/human/index.ts';
import { type LoginWords, loginWords, useWords } from '#renderer/locales/index.ts';
import { LineField } from '#renderer/plain-forms/index.ts';
import { Sentence } from './Sentence.tsx';

type Values = { username: string; password: string; code: string };

const EMPTY: Values = { username: '', password: '', code: '' };

/** User name and password. What the server says stands above the fields; the focus goes to what is to be mended. */
export function LoginForm() {
  const words = useWords(loginWords);
  const narrow = useNarrow();
  const login = useLogin();
  const username = useRef<InputRef>(null);
  const password = useRef<InputRef>(null);
  const code = useRef<InputRef>(null);
  const check = useHumanCheck();
  const asksCode = useRef(false);
  const form = useFormik({
    initialValues: EMPTY,
    validate: (values) => missing(values, words),
    validateOnChange: false,
    validateOnBlur: false,
    onSubmit: async ({ username: name, password: secret, code: digits }) => {
      const credentials = { username: name.trim(), password: secret };
      try {
        const proof = await check.take();
        const sent = asksCode.current
          ? { ...credentials, proof, code: digits.trim() }
          : { ...credentials, proof };
        if ((await login.mutateAsync(sent)) !== 'code-asked') return;
        asksCode.current = true;
      } catch {
        (asksCode.current ? code : password).current?.focus({ cursor: 'all' });
      }
      check.restart();
    },
  });
  const codeShown = asksCode.current;
  useEffect(() => {
    if (codeShown) code.current?.focus();
  }, [codeShown]);
  useEffect(() => {
    if (!narrow) username.current?.focus();
  }, [narrow]);
  useEffect(() => {
    if (form.submitCount === 0) return;
    if (form.errors.username) username.current?.focus();
    else if (form.errors.password) password.current?.focus();
  }, [form.submitCount, form.errors]);
  return (
    <form className="entry" noValidate onSubmit={form.handleSubmit} aria-label={words.login}>
      <Sentence error={login.error} />
      <LineField
        ref={username}
        name="username"
        label={words.username}
        value={form.values.username}
        error={form.errors.username}
        autoComplete="username"
        maxLength={64}
        onChange={(value) => form.setFieldValue('username', value)}
      />
      <LineField
        ref={password}
        name="password"
        label={words.password}
        value={form.values.password}
        error={form.errors.password}
        secret
        autoComplete="current-password"
        maxLength={200}
        onChange={(value) => form.setFieldValue('password', value)}
      />
      {codeShown && (
        <LineField
          ref={code}
          name="code"
          label={words.code}
          value={form.values.code}
          autoComplete="one-time-code"
          maxLength={6}
          onChange={(value) => form.setFieldValue('code', value)}
        />
      )}
      <HumanCheck check={check} />
      <Button type="primary" htmlType="submit" size="large" block loading={form.isSubmitting}>
        {form.isSubmitting ? words.loggingIn : words.login}
      </Button>
    </form>
  );
}

function missing({ username, password }: Values, words: LoginWords): Partial<Values> {
  const errors: Partial<Values> = {};
  if (username.trim() === '') errors.username = words.usernameMissing;
  if (password === '') errors.password = words.passwordMissing;
  return errors;
}
