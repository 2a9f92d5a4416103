import { Button } from 'antd';
import { useRef, useState } from 'react';
import { valueAtPointer } from '#core/json/index.ts';
import type { AccountBinding, JsonObject } from '#core/model/index.ts';
import { type ProgrammeView, useRegister } from '#renderer/api/index.ts';
import { Section, useBlank, useSnapshot } from '#renderer/form/index.ts';
import { HumanCheck, useHumanCheck } from '#renderer/human/index.ts';
import { registrationWords, useLocale, useWords } from '#renderer/locales/index.ts';
import {
  CredentialFields,
  type Credentials,
  demandsFor,
  goToSummary,
  NO_CREDENTIALS,
  Summary,
  usePlainForm,
  wrongCredentials,
} from '#renderer/plain-forms/index.ts';
import { locateRefusal } from './refusal.ts';
import { ScopedPicker } from './ScopedPicker.tsx';

type Props = {
  policy: ProgrammeView['password'];
  binding: AccountBinding;
  onSent: (username: string, parent: string) => void;
};

/** The engine's own fields, then the form's pages; what is wrong stands at its field and in the summary. */
export function RegisterForm({ policy, binding, onSent }: Props) {
  const words = useWords(registrationWords);
  const locale = useLocale();
  const blank = useBlank();
  const check = useHumanCheck();
  const register = useRegister();
  const summary = useRef<HTMLElement>(null);
  const [refused, setRefused] = useState<Partial<Credentials>>({});
  const [error, setError] = useState<unknown>(undefined);
  const problems = useSnapshot(({ live }) => live.problems);
  const form = usePlainForm<Credentials>({
    initialValues: NO_CREDENTIALS,
    validate: (values) =>
      wrongCredentials(
        values,
        demandsFor(policy, values, locale).every(({ met }) => met),
        words,
      ),
    isBlocked: async () => {
      setError(undefined);
      await blank.store.flush();
      return blank.check().some(({ severity }) => severity === 'block');
    },
    send: async (values) => {
      const { repeated: _, ...credentials } = { ...values, username: values.username.trim() };
      const sections = blank.store.snapshot().values;
      try {
        const proof = await check.take();
        await register.mutateAsync({ form: blank.store.view.category, ...credentials, sections, proof });
        onSent(credentials.username, parentOf(sections, binding));
      } catch (refusal) {
        refuse(refusal);
        throw refusal;
      }
    },
    afterFailure: () => goToSummary(summary.current),
  });
  const refuse = (refusal: unknown) => {
    const located = locateRefusal(refusal, binding);
    setRefused(located.credentials);
    blank.showProblems(located.problems);
    setError(located.elsewhere ? refusal : undefined);
    check.restart();
  };
  const revealed = form.hasFailed;
  const errors = { ...refused, ...form.errors };
  const change = (name: keyof Credentials, value: string) => {
    setRefused((before) => ({ ...before, [name]: undefined }));
    form.change(name, value);
  };
  return (
    <form noValidate onSubmit={form.submit}>
      {revealed && <Summary ref={summary} credentials={errors} problems={problems} error={error} />}
      <section className="section" aria-label={words.account}>
        <h2>{words.account}</h2>
        <CredentialFields policy={policy} values={form.values} errors={errors} change={change} />
      </section>
      <ScopedPicker>
        {blank.store.category.definition.pages.flatMap(({ sections }) =>
          sections.map((section) => <Section key={section} id={section} revealed={revealed} />),
        )}
      </ScopedPicker>
      <div className="actions">
        <Button type="primary" htmlType="submit" size="large" loading={form.isSending}>
          {form.isSending ? words.sending : words.send}
        </Button>
        <HumanCheck check={check} />
      </div>
    </form>
  );
}

function parentOf(sections: JsonObject, { parent }: AccountBinding): string {
  const found = valueAtPointer(sections, parent);
  return typeof found === 'string' ? found : '';
}
