import { Button } from 'antd';
import { useRef } from 'react';
import { type ProgrammeView, useFinishSetup } from '#renderer/api/index.ts';
import { registrationWords, useLocale, useWords } from '#renderer/locales/index.ts';
import {
  CREDENTIAL_NAMES,
  CredentialFields,
  type Credentials,
  demandsFor,
  goToSummary,
  LineField,
  NO_CREDENTIALS,
  Summary,
  usePlainForm,
  wrongCredentials,
} from '#renderer/plain-forms/index.ts';

type Props = { token: string; policy: ProgrammeView['password']; onDone: () => void };
type Values = Credentials & { name: string };

/** Name and credentials of the first administrator. */
export function SetupForm({ token, policy, onDone }: Props) {
  const words = useWords(registrationWords);
  const locale = useLocale();
  const finish = useFinishSetup(token);
  const summary = useRef<HTMLElement>(null);
  const form = usePlainForm<Values>({
    initialValues: { ...NO_CREDENTIALS, name: '' },
    validate: (values) => ({
      ...(values.name.trim() === '' ? { name: words.setupNameMissing } : {}),
      ...wrongCredentials(
        values,
        demandsFor(policy, values, locale).every(({ met }) => met),
        words,
      ),
    }),
    send: ({ repeated: _, ...user }) =>
      finish.mutateAsync({ ...user, name: user.name.trim(), username: user.username.trim() }).then(onDone),
    afterFailure: () => goToSummary(summary.current),
  });
  const credentials = Object.fromEntries(CREDENTIAL_NAMES.map((name) => [name, form.errors[name]]));
  return (
    <form noValidate onSubmit={form.submit}>
      {form.hasFailed && (
        <Summary ref={summary} credentials={credentials} problems={[]} error={finish.error ?? undefined} />
      )}
      <div className="fields-box">
        <div className="fields credentials">
          <LineField
            {...form.line('name')}
            label={words.setupName}
            size="middle"
            autoComplete="name"
            maxLength={60}
          />
        </div>
      </div>
      <CredentialFields policy={policy} values={form.values} errors={form.errors} change={form.change} />
      <div className="actions">
        <Button type="primary" htmlType="submit" size="large" loading={finish.isPending}>
          {words.setupSend}
        </Button>
      </div>
    </form>
  );
}
