import { Button, type InputRef } from 'antd';
import { useFormik } from 'formik';
import { useEffect, useRef } from 'react';
import { accountsWords, useWords } from '#renderer/locales/index.ts';
import { LineField } from '#renderer/plain-forms/index.ts';

type Props = { title: string; busy: boolean; send: (code: string) => void; cancel: () => void };

/** Six digits of an authenticator app. */
export function CodeForm({ title, busy, send, cancel }: Props) {
  const words = useWords(accountsWords);
  const form = useFormik({
    initialValues: { code: '' },
    validate: ({ code }) => (/^[0-9]{6}$/.test(code.trim()) ? {} : { code: words.secondWrong }),
    validateOnBlur: false,
    onSubmit: ({ code }) => send(code.trim()),
  });
  const input = useRef<InputRef>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <form className="code-form" noValidate onSubmit={form.handleSubmit} aria-label={title}>
      <LineField
        ref={input}
        name="code"
        label={words.secondCode}
        value={form.values.code}
        error={form.submitCount > 0 ? form.errors.code : undefined}
        autoComplete="one-time-code"
        maxLength={6}
        onChange={(value) => void form.setFieldValue('code', value)}
      />
      <Button type="primary" htmlType="submit" loading={busy}>
        {title}
      </Button>{' '}
      <Button onClick={cancel}>{words.cancel}</Button>
    </form>
  );
}
