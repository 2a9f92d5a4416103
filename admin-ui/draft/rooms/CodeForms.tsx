import { Select } from 'antd';
import { useId, useState } from 'react';
import type { CodeEntry, CodeList } from '#core/model/index.ts';
import { draftWords, useWords } from '#renderer/locales/index.ts';
import { focusField, LineField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../ChangeForm.tsx';
import { useOpenDraft } from '../DraftContext.tsx';
import { codeAdded, codeEnded, type NewCode, wrongCode, wrongEnd } from '../model/codes.ts';
import { useUnsent } from '../useUnsent.ts';

const NEW = ['code', 'title', 'validFrom'] as const;
const LABELS = { code: 'code', title: 'codeTitle', validFrom: 'validFrom' } as const;

/** A code more, of a day where one is typed. */
export function AddCodeForm({ list, close }: { list: CodeList; close: () => void }) {
  const words = useWords(draftWords);
  const { cycle } = useOpenDraft();
  const id = useId();
  const [typed, setTyped] = useUnsent<NewCode>('typed', { code: '', title: '', validFrom: '' });
  const [hasFailed, setFailed] = useState(false);
  const wrong = wrongCode(list, typed);
  const [first] = NEW.filter((name) => wrong[name]);
  return (
    <ChangeForm
      label={words.addCode}
      changes={first ? null : [codeAdded(list, cycle, typed)]}
      onWrong={() => {
        setFailed(true);
        focusField(`${id}-${first}`);
      }}
      close={close}
    >
      {NEW.map((name) => (
        <LineField
          key={name}
          name={`${id}-${name}`}
          label={words[LABELS[name]]}
          value={typed[name]}
          error={hasFailed && wrong[name] ? words[wrong[name]] : undefined}
          starred={name !== 'validFrom'}
          size="middle"
          autoComplete="off"
          maxLength={name === 'title' ? 200 : 60}
          onChange={(text) => setTyped((before) => ({ ...before, [name]: text }))}
        />
      ))}
    </ChangeForm>
  );
}

type EndProps = { list: CodeList; entry: CodeEntry; close: () => void };

/** The last day of a code, and the code that follows it. */
export function EndCodeForm({ list, entry, close }: EndProps) {
  const words = useWords(draftWords);
  const { cycle } = useOpenDraft();
  const id = useId();
  const [typed, setTyped] = useUnsent('typed', {
    ...{ until: entry.validTo ?? '', successor: entry.successor ?? '' },
  });
  const [hasFailed, setFailed] = useState(false);
  const wrong = wrongEnd(typed);
  const others = list.entries.filter(({ code }) => code !== entry.code);
  return (
    <ChangeForm
      label={words.endTitle(entry.title)}
      changes={wrong.until ? null : [codeEnded(list, cycle, entry.code, typed)]}
      onWrong={() => {
        setFailed(true);
        focusField(`${id}-until`);
      }}
      close={close}
    >
      <LineField
        name={`${id}-until`}
        label={words.validTo}
        value={typed.until}
        error={hasFailed && wrong.until ? words[wrong.until] : undefined}
        size="middle"
        autoComplete="off"
        maxLength={20}
        onChange={(until) => setTyped((before) => ({ ...before, until }))}
      />
      <div className="line">
        <label htmlFor={`${id}-successor`}>{words.successor}</label>
        <Select
          id={`${id}-successor`}
          allowClear
          value={typed.successor || undefined}
          onChange={(successor) => setTyped((before) => ({ ...before, successor: successor ?? '' }))}
          options={others.map(({ code, title }) => ({ value: code, label: title }))}
        />
      </div>
    </ChangeForm>
  );
}
