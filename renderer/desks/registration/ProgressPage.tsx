import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { messageOf, type RegistrationProgress, useRegistrationProgress } from '#renderer/api/index.ts';
import { useTimes } from '#renderer/frame/index.ts';
import { HumanCheck, useHumanCheck } from '#renderer/human/index.ts';
import {
  apiWords,
  loginWords,
  type RegistrationWords,
  registrationWords,
  useWords,
} from '#renderer/locales/index.ts';
import { focusField, LineField, Paper, usePlainForm } from '#renderer/plain-forms/index.ts';

type Values = { username: string; password: string };

/** How a registration stands, for whoever made it: nobody is let in before it is approved, so it is asked for here. */
export function ProgressPage() {
  const words = useWords(registrationWords);
  const entry = useWords(loginWords);
  const sentences = useWords(apiWords);
  const progress = useRegistrationProgress();
  const check = useHumanCheck();
  const form = usePlainForm<Values>({
    initialValues: { username: '', password: '' },
    validate: ({ username, password }) => ({
      ...(username.trim() === '' && { username: entry.usernameMissing }),
      ...(password === '' && { password: entry.passwordMissing }),
    }),
    send: async ({ username, password }) => {
      try {
        await progress.mutateAsync({ username: username.trim(), password, proof: await check.take() });
      } finally {
        check.restart();
      }
    },
    afterFailure: ([first = 'password']) => focusField(first),
  });
  return (
    <Paper title={words.progress}>
      <p className="quiet">{words.progressHint}</p>
      <form className="progress-form" noValidate onSubmit={form.submit} aria-label={words.progress}>
        {progress.error && (
          <Alert type="error" showIcon role="alert" title={messageOf(progress.error, sentences)} />
        )}
        <LineField
          {...form.line('username')}
          label={words.username}
          starred={false}
          autoComplete="username"
          maxLength={64}
        />
        <LineField
          {...form.line('password')}
          label={words.password}
          secret
          autoComplete="current-password"
          maxLength={200}
        />
        <HumanCheck check={check} />
        <Button type="primary" htmlType="submit" size="large" loading={form.isSending}>
          {words.progressAsk}
        </Button>
      </form>
      {progress.data && <Found progress={progress.data} />}
    </Paper>
  );
}

function Found({ progress }: { progress: RegistrationProgress }) {
  const words = useWords(registrationWords);
  const { formatTime } = useTimes();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const { last } = progress;
  return (
    <section ref={box} tabIndex={-1} className="progress" aria-label={words.ownState}>
      <dl>
        <dt>{words.ownState}</dt>
        <dd>
          <strong>{progress.stateTitle}</strong>
        </dd>
        <dt>{words.progressUnit}</dt>
        <dd>{progress.organisation}</dd>
        <dt>{words.progressSent}</dt>
        <dd>{formatTime(progress.sentAt)}</dd>
        {last && (
          <>
            <dt>{words.progressDecided}</dt>
            <dd>{formatTime(last.at)}</dd>
            {last.opinions.map((opinion) => (
              <Opinion key={opinion} text={opinion} />
            ))}
          </>
        )}
      </dl>
      <p>
        {next(progress, words)} {progress.entry !== null && <Link href="/">{words.toLogin}</Link>}
      </p>
    </section>
  );
}

function Opinion({ text }: { text: string }) {
  const words = useWords(registrationWords);
  return (
    <>
      <dt>{words.progressOpinion}</dt>
      <dd>{text}</dd>
    </>
  );
}

function next({ entry, isFrozen }: RegistrationProgress, words: RegistrationWords): string {
  if (isFrozen) return words.progressFrozen;
  if (entry === true) return words.progressOpen;
  return entry === false ? words.progressMend : words.progressWait;
}
