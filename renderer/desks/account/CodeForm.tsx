import { Button } from 'antd';
import { useEffect } from 'react';
import { accountsWords, useWords } from '#renderer/locales/index.ts';
import { focusField, LineField, usePlainForm } from '#renderer/plain-forms/index.ts';

type Props = { title: string; busy: boolean; send: (code: string) => void; cancel: () => void };

/** Six digits of an authenticator app. */
export function CodeForm({ title, busy, send, cancel }: Props) {
  const words = useWords(accountsWords);
  const form = usePlainForm({
    initialValues: { code: '' },
    validate: ({ code }) => (/^[0-9]{6}$/.test(code.trim()) ? {} : { code: words.secondWrong }),
    send: ({ code }) => send(code.trim()),
  });
  useEffect(() => focusField('code'), []);
  return (
    <form className="code-form" noValidate onSubmit={form.submit} aria-label={title}>
      <LineField
        {...form.line('code')}
        starred={false}
        label={words.secondCode}
        autoComplete="one-time-code"
        maxLength={6}
      />
      <Button type="primary" htmlType="submit" loading={busy}>
        {title}
      </Button>{' '}
      <Button onClick={cancel}>{words.cancel}</Button>
    </form>
  );
}
