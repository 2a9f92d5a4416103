import { Input, Radio } from 'antd';
import { useId, useState } from 'react';
import type { Change } from '#core/change/index.ts';
import type { CategoryDefinition } from '#core/model/index.ts';
import { draftFormsWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../../DraftContext.tsx';
import { Refusal } from '../../Refusal.tsx';
import { useMakeChange } from '../../useMakeChange.ts';
import { useUnsent } from '../../useUnsent.ts';
import type { Level } from './model/changed-field.ts';

type LevelProps = {
  level: Level;
  category: CategoryDefinition;
  users: CategoryDefinition[];
  onChange: (level: Level) => void;
};

/** Asked where a section is shared: whether a change holds for all that use it or here alone. */
export function LevelField({ level, category, users, onChange }: LevelProps) {
  const words = useWords(draftFormsWords);
  const { category: only, ...everywhere } = level;
  if (users.length < 2) return null;
  return (
    <fieldset className="line">
      <legend>{words.level}</legend>
      <Radio.Group
        value={only === undefined ? 'all' : 'one'}
        onChange={({ target }) =>
          onChange(target.value === 'one' ? { ...everywhere, category: category.id } : everywhere)
        }
        options={[
          { value: 'all', label: words.everywhere(users.length) },
          { value: 'one', label: words.onlyHere(category.title) },
        ]}
      />
    </fieldset>
  );
}

type TextProps = {
  /** What tells it from the other texts that somebody may have begun. */
  name: string;
  label: string;
  value: string;
  hint: string;
  mayBeEmpty?: boolean;
  change: (text: string) => Change;
};

/**
 * A text that becomes one change when its field is left. Until then it is the officer's own, also after a reload; what
 * cannot be made stays in the field with the reason.
 */
export function TextProperty({ name, label, value, hint, mayBeEmpty = false, change }: TextProps) {
  const words = useWords(draftFormsWords);
  const id = useId();
  const { isOpen, view } = useOpenDraft();
  const { make, isMaking, refused } = useMakeChange();
  /** The list of changes that was there when somebody came to the field. */
  const [length, setLength] = useState(view.length);
  const [typed, setTyped, forget] = useUnsent<string | null>(`text/${name}`, null);
  const restore = () => {
    setTyped(null);
    forget();
  };
  const leave = async () => {
    const text = typed?.trim();
    if (text === undefined || text === value || (text === '' && !mayBeEmpty)) return restore();
    if (await make([change(text)], '', length)) restore();
  };
  return (
    <div className="line">
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        value={typed ?? value}
        disabled={!isOpen}
        maxLength={10_000}
        autoSize={{ minRows: 1, maxRows: 8 }}
        aria-describedby={`${id}-hint`}
        aria-busy={isMaking}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={() => setLength(view.length)}
        onBlur={leave}
        onKeyDown={(event) => event.key === 'Escape' && restore()}
      />
      <p id={`${id}-hint`} className="hint">
        {hint} · {words.textHint}
      </p>
      <Refusal refused={refused} />
    </div>
  );
}
