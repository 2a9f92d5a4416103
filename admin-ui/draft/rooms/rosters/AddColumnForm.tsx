import { Select } from 'antd';
import { useId, useMemo, useState } from 'react';
import type { CompiledEdition, RosterDefinition } from '#core/model/index.ts';
import { draftWords, rosterWords, useWords } from '#renderer/locales/index.ts';
import { focusField, LineField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../../ChangeForm.tsx';
import { useOpenDraft } from '../../DraftContext.tsx';
import { useUnsent } from '../../useUnsent.ts';
import { columnAdded, keysOf, type NewColumn } from './columns.ts';
import { columnSources } from './sources.ts';

type Props = { edition: CompiledEdition; roster: RosterDefinition; close: () => void };

/** A column more: what it shows, how it is called, behind which it stands. */
export function AddColumnForm({ edition, roster, close }: Props) {
  const words = useWords(rosterWords);
  const draft = useWords(draftWords);
  const { cycle } = useOpenDraft();
  const id = useId();
  const sources = useMemo(() => columnSources(edition, roster, words.sources), [edition, roster, words]);
  const keys = keysOf(roster);
  const [typed, setTyped] = useUnsent<NewColumn>('typed', {
    ...{ title: '', source: undefined, after: keys.at(-1) ?? '', width: '' },
  });
  const [hasFailed, setFailed] = useState(false);
  const change = (patch: Partial<NewColumn>) => setTyped((before) => ({ ...before, ...patch }));
  const isTaken = roster.columns.some(({ title }) => title === typed.title.trim());
  const titleProblem = isTaken ? words.taken : typed.title.trim() === '' ? draft.missing : undefined;
  return (
    <ChangeForm
      label={words.add}
      changes={columnAdded(roster, cycle, typed)}
      onWrong={() => {
        setFailed(true);
        focusField(typed.source ? `${id}-title` : `${id}-source`);
      }}
      close={close}
      showsEffects={false}
    >
      <div className="line">
        <label htmlFor={`${id}-source`}>{words.source}</label>
        <Select
          id={`${id}-source`}
          showSearch={{ optionFilterProp: 'label' }}
          value={typed.source?.key ?? null}
          onChange={(key) => {
            const source = sources.find((one) => one.key === key);
            change({ source, title: source?.title.split(' · ').at(-1) ?? '' });
          }}
          options={sources.map(({ key, title }) => ({ value: key, label: title }))}
        />
        {hasFailed && !typed.source && <p className="problem">{draft.missing}</p>}
      </div>
      <LineField
        name={`${id}-title`}
        label={words.title}
        value={typed.title}
        error={hasFailed || isTaken ? titleProblem : undefined}
        size="middle"
        autoComplete="off"
        maxLength={60}
        onChange={(title) => change({ title })}
      />
      <div className="line">
        <label htmlFor={`${id}-after`}>{words.behind}</label>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          id={`${id}-after`}
          value={typed.after}
          onChange={(after) => change({ after })}
          options={roster.columns.map(({ title }, index) => ({ value: keys[index] ?? title, label: title }))}
        />
      </div>
    </ChangeForm>
  );
}
