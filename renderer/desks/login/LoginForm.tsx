import { Button, type InputRef } from 'antd';
import { useFormik } from 'formik';
import { useEffect, useRef } from 'react';
import { type Credentials, useLogin } from '../../api/index.ts';
import { useNarrow } from '../../frame/index.ts';
import { type LoginWords, loginWords, useWords } from '../../locales/index.ts';
import { LineField } from './LineField.tsx';
import { Sentence } from './Sentence.tsx';

const EMPTY: Credentials = { username: '', password: '' };

/** User name and password. What the server says stands above the fields; the focus goes to what is to be mended. */
export function LoginForm() {
  const words = useWords(loginWords);
  const narrow = useNarrow();
  const login = useLogin();
  const username = useRef<InputRef>(null);
  const password = useRef<InputRef>(null);
  const form = useFormik({
    initialValues: EMPTY,
    validate: (values) => missing(values, words),
    validateOnChange: false,
    validateOnBlur: false,
    onSubmit: async (values) => {
      await login
        .mutateAsync({ ...values, username: values.username.trim() })
        .catch(() => password.current?.focus({ cursor: 'all' }));
    },
  });
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
      <Button type="primary" htmlType="submit" size="large" block loading={login.isPending}>
        {login.isPending ? words.loggingIn : words.login}
      </Button>
    </form>
  );
}

function missing({ username, password }: Credentials, words: LoginWords): Partial<Credentials> {
  const errors: Partial<Credentials> = {};
  if (username.trim() === '') errors.username = words.usernameMissing;
  if (password === '') errors.password = words.passwordMissing;
  return errors;
}
