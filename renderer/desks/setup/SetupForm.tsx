import { Button } from 'antd';
import { useFormik } from 'formik';
import { useEffect, useRef } from 'react';
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
  const form = useFormik<Values>({
    initialValues: { ...NO_CREDENTIALS, name: '' },
    validate: (values) => ({
      ...(values.name.trim() === '' ? { name: words.setupNameMissing } : {}),
      ...wrongCredentials(
        values,
        demandsFor(policy, values, locale).every(({ met }) => met),
        words,
      ),
    }),
    onSubmit: async ({ repeated: _, ...user }) => {
      const first = { ...user, name: user.name.trim(), username: user.username.trim() };
      await finish.mutateAsync(first).then(onDone, () => goToSummary(summary.current));
    },
  });
  const shown = form.submitCount > 0;
  const errors = shown ? form.errors : {};
  const credentials = Object.fromEntries(CREDENTIAL_NAMES.map((name) => [name, errors[name]]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves once an attempt, not while typing
  useEffect(() => {
    if (shown && !form.isValid) goToSummary(summary.current);
  }, [form.submitCount]);
  return (
    <form noValidate onSubmit={form.handleSubmit}>
      {shown && (
        <Summary ref={summary} credentials={credentials} problems={[]} error={finish.error ?? undefined} />
      )}
      <div className="credentials">
        <LineField
          name="name"
          label={words.setupName}
          value={form.values.name}
          error={errors.name}
          autoComplete="name"
          maxLength={60}
          onChange={(value) => void form.setFieldValue('name', value)}
        />
      </div>
      <CredentialFields
        policy={policy}
        values={form.values}
        errors={errors}
        change={(name, value) => void form.setFieldValue(name, value)}
      />
      <div className="actions">
        <Button type="primary" htmlType="submit" size="large" loading={finish.isPending}>
          {words.setupSend}
        </Button>
      </div>
    </form>
  );
}
