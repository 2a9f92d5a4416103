import { Button } from 'antd';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { Change } from '#core/change/index.ts';
import { useReturnFocus } from '#renderer/focus/index.ts';
import { draftWords, useWords } from '#renderer/locales/index.ts';
import { LineField } from '#renderer/plain-forms/index.ts';
import { EffectList } from './EffectList.tsx';
import { Refusal } from './Refusal.tsx';
import { useMakeChange } from './useMakeChange.ts';
import { useUnsent } from './useUnsent.ts';

type Props = {
  label: string;
  /** The changes that are meant by what was typed; null while it cannot be read. */
  changes: Change[] | null;
  /** Takes the reader to what is wrong, where the changes cannot be read, or are refused. */
  onWrong: () => void;
  /** Whether these changes do something that was not meant; the form says what. */
  refuses?: (changes: Change[]) => boolean;
  close: () => void;
  /** A whole cycle more changes no sentence of the others. */
  showsEffects?: boolean;
  children: ReactNode;
};

const LONGEST_REASON = 2000;

/** A change under way: what is typed, what it would do, its reason. It stays as it is until it is made. */
export function ChangeForm({
  label,
  changes,
  onWrong,
  refuses,
  close,
  showsEffects = true,
  children,
}: Props) {
  const words = useWords(draftWords);
  const [opener] = useState(() => document.activeElement?.getAttribute('aria-label') ?? null);
  useReturnFocus(() => labelled(opener) ?? document.getElementById('content'));
  const [why, setWhy, forgetWhy] = useUnsent(`${label}/why`, '');
  const { make, isMaking, refused } = useMakeChange();
  const id = useId();
  const end = () => {
    forgetWhy();
    close();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!changes || refuses?.(changes)) return onWrong();
    if (await make(changes, why)) end();
  };
  return (
    <form className="change-form" noValidate aria-label={label} onSubmit={submit}>
      {children}
      <LineField
        name={`${id}-why`}
        label={words.why}
        value={why}
        starred={false}
        size="middle"
        autoComplete="off"
        maxLength={LONGEST_REASON}
        note={<span className="quiet">{words.whyHint}</span>}
        onChange={setWhy}
      />
      {changes && showsEffects && <EffectList changes={changes} />}
      <Refusal refused={refused} />
      <div className="change-buttons">
        <Button type="primary" htmlType="submit" loading={isMaking}>
          {words.save}
        </Button>
        <Button onClick={end}>{words.cancel}</Button>
      </div>
    </form>
  );
}

/** What opened a form may be drawn anew when that is closed: it goes by its label. */
const labelled = (label: string | null): Element | null =>
  label === null ? null : document.querySelector(`[aria-label="${CSS.escape(label)}"]`);
