import { type ReactNode, useId, useState } from 'react';
import type { Change } from '#core/change/index.ts';
import { casesWords, useWords } from '#renderer/locales/index.ts';
import { focusField, LineField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../ChangeForm.tsx';
import { VerdictField } from './VerdictField.tsx';

/** What every case is to be, however it is made. */
type Meant = { name: string; mustPass: boolean };

type Props = {
  label: string;
  meant: Meant;
  put: (patch: Partial<Meant>) => void;
  /** The change that makes the case; null where nothing can be made. */
  change: Change | null;
  close: () => void;
  /** What the case is made of, between its name and what has to come of it. */
  answers: ReactNode;
  /** What comes of it now. */
  children: ReactNode;
};

/** A case under way: its name, what it is made of, what has to come of it, and what comes of it now. */
export function CaseForm({ label, meant, put, change, close, answers, children }: Props) {
  const words = useWords(casesWords);
  const name = useId();
  const [isWrong, setWrong] = useState(false);
  const isNamed = meant.name.trim() !== '';
  return (
    <ChangeForm
      label={label}
      changes={isNamed && change ? [change] : null}
      showsEffects={false}
      onWrong={() => {
        setWrong(true);
        focusField(name);
      }}
      close={close}
    >
      <LineField
        name={name}
        label={words.name}
        value={meant.name}
        error={isWrong && !isNamed ? words.noName : undefined}
        starred={false}
        size="middle"
        autoComplete="off"
        maxLength={120}
        onChange={(text) => put({ name: text })}
      />
      {answers}
      <VerdictField value={meant.mustPass} change={(mustPass) => put({ mustPass })} />
      {children}
    </ChangeForm>
  );
}
