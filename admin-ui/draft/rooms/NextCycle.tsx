import { Button } from 'antd';
import { useState } from 'react';
import { draftWords, useWords } from '#renderer/locales/index.ts';
import { focusField, LineField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../ChangeForm.tsx';
import { useOpenDraft } from '../DraftContext.tsx';
import { useOpened } from '../useUnsent.ts';

const FIELD = 'next-cycle';

/** Begins another cycle as a copy of the one that is shown. */
export function NextCycle() {
  const words = useWords(draftWords);
  const { edition, cycle } = useOpenDraft();
  const [typed, setTyped] = useOpened<string>('next-cycle');
  const [isWrong, setWrong] = useState(false);
  const { year, title } = edition.definition.edition.cycle;
  if (typed === null)
    return (
      <Button onClick={() => setTyped(year === undefined ? '' : String(year + 1))}>{words.nextCycle}</Button>
    );
  const changes = /^\d{4}$/.test(typed.trim())
    ? [{ kind: 'cloneCycle', from: cycle, to: typed.trim() }]
    : null;
  return (
    <ChangeForm
      label={words.nextCycle}
      changes={changes}
      showsEffects={false}
      onWrong={() => {
        setWrong(true);
        focusField(FIELD);
      }}
      close={() => setTyped(null)}
    >
      <p>{words.nextCycleHint(title)}</p>
      <LineField
        name={FIELD}
        label={words.nextCycleId}
        value={typed}
        error={isWrong && changes === null ? words.wrongCycle : undefined}
        size="middle"
        autoComplete="off"
        maxLength={4}
        onChange={setTyped}
      />
    </ChangeForm>
  );
}
