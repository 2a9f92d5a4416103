import type { ReactNode } from 'react';
import type { ProgrammeView } from '#renderer/api/index.ts';
import { registrationWords, useLocale, useWords } from '#renderer/locales/index.ts';
import { type Credentials, demandsFor } from './credentials.ts';
import { LineField } from './LineField.tsx';
import { PolicyList } from './PolicyList.tsx';
import { Question } from './Question.tsx';
import { Strength } from './Strength.tsx';

type Props = {
  policy: ProgrammeView['password'];
  values: Credentials;
  errors: Partial<Credentials>;
  change: (name: keyof Credentials, value: string) => void;
};

/** User name, password twice, security question and its answer; the password's strength is told while it is typed. */
export function CredentialFields({ policy, values, errors, change }: Props) {
  const words = useWords(registrationWords);
  const demands = demandsFor(policy, values, useLocale());
  const note = (text: string): ReactNode => <span className="quiet">{text}</span>;
  const line = (name: keyof Credentials) => ({
    name,
    label: words[name],
    value: values[name],
    size: 'middle' as const,
    error: errors[name],
    onChange: (value: string) => change(name, value),
  });
  return (
    <div className="fields-box">
      <div className="fields credentials">
        <LineField
          {...line('username')}
          autoComplete="username"
          maxLength={40}
          note={note(words.usernameNote)}
        />
        <LineField
          {...line('password')}
          secret
          autoComplete="new-password"
          maxLength={200}
          note={
            <>
              <Strength password={values.password} demands={demands} />
              <PolicyList demands={demands} />
            </>
          }
        />
        <LineField {...line('repeated')} secret autoComplete="new-password" maxLength={200} />
        <Question
          size="middle"
          questions={policy.questions}
          value={values.question}
          error={errors.question}
          onChange={(value) => change('question', value)}
        />
        <LineField {...line('answer')} autoComplete="off" maxLength={200} note={note(words.answerNote)} />
      </div>
    </div>
  );
}
