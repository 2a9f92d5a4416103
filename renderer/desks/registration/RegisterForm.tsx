import { Button } from 'antd';
import { useRef } from 'react';
import { Section, useBlank, useSnapshot } from '#renderer/form/index.ts';
import { HumanCheck, useHumanCheck } from '#renderer/human/index.ts';
import { registrationWords, useWords } from '#renderer/locales/index.ts';
import { CredentialFields, goToSummary, Summary } from '#renderer/plain-forms/index.ts';
import { ScopedPicker } from './ScopedPicker.tsx';
import { type Registration, useRegistration } from './useRegistration.ts';

/** The engine's own fields, then the form's pages; what is wrong stands at its field and in the summary. */
export function RegisterForm(props: Registration) {
  const words = useWords(registrationWords);
  const blank = useBlank();
  const check = useHumanCheck();
  const summary = useRef<HTMLElement>(null);
  const problems = useSnapshot(({ live }) => live.problems);
  const { form, errors, error, change } = useRegistration(props, check, () => goToSummary(summary.current));
  const revealed = form.hasFailed;
  return (
    <form noValidate onSubmit={form.submit}>
      {revealed && <Summary ref={summary} credentials={errors} problems={problems} error={error} />}
      <section className="section" aria-label={words.account}>
        <h2>{words.account}</h2>
        <CredentialFields policy={props.policy} values={form.values} errors={errors} change={change} />
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
