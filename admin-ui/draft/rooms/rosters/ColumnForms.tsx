import { useId, useState } from 'react';
import type { Change } from '#core/change/index.ts';
import type { JsonObject } from '#core/json/index.ts';
import type { RosterColumn, RosterDefinition } from '#core/model/index.ts';
import { draftWords, rosterWords, useWords } from '#renderer/locales/index.ts';
import { focusField, LineField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../../ChangeForm.tsx';
import { ChoiceField } from '../../ChoiceField.tsx';
import { useOpenDraft } from '../../DraftContext.tsx';
import { useUnsent } from '../../useUnsent.ts';
import { isWidth } from './columns.ts';

type Props = { roster: RosterDefinition; column: RosterColumn; id: string; close: () => void };

type Typed = { title: string; type: string; number: string; width: string };

/** Another title for a column, how wide it is, and how it writes what it shows. */
export function ColumnForm({ roster, column, id, close }: Props) {
  const words = useWords(rosterWords);
  const draft = useWords(draftWords);
  const { cycle } = useOpenDraft();
  const field = useId();
  const [typed, setTyped] = useUnsent<Typed>('typed', {
    ...{ title: column.title, type: column.type ?? 'text', number: column.number ?? '' },
    width: column.width === undefined ? '' : String(column.width),
  });
  const [hasFailed, setFailed] = useState(false);
  const change = (patch: Partial<Typed>) => setTyped((before) => ({ ...before, ...patch }));
  const changes = changesOf({ roster, column, id, cycle }, typed);
  return (
    <ChangeForm
      label={`${draft.change} ${column.title}`}
      changes={changes.length > 0 ? changes : null}
      onWrong={() => {
        setFailed(true);
        focusField(`${field}-title`);
      }}
      close={close}
      showsEffects={false}
    >
      <LineField
        name={`${field}-title`}
        label={words.title}
        value={typed.title}
        error={hasFailed && changes.length === 0 ? draft.unchanged : undefined}
        size="middle"
        autoComplete="off"
        maxLength={60}
        onChange={(title) => change({ title })}
      />
      <LineField
        name={`${field}-width`}
        label={words.width}
        value={typed.width}
        error={isWidth(typed.width) ? undefined : words.wrongWidth}
        starred={false}
        size="middle"
        autoComplete="off"
        maxLength={2}
        onChange={(width) => change({ width })}
      />
      <ChoiceField
        label={words.type}
        value={typed.type}
        onChange={(type) => change({ type })}
        options={Object.entries(words.types).map(([value, label]) => ({ value, label }))}
      />
      {typed.type === 'number' && (
        <LineField
          name={`${field}-number`}
          label={words.number}
          value={typed.number}
          starred={false}
          note={<span className="quiet">{words.numberHint}</span>}
          size="middle"
          autoComplete="off"
          maxLength={20}
          onChange={(number) => change({ number })}
        />
      )}
    </ChangeForm>
  );
}

type At = { roster: RosterDefinition; column: RosterColumn; id: string; cycle: string };

function changesOf({ roster, column, id, cycle }: At, typed: Typed): Change[] {
  const [title, number, width] = [typed.title.trim(), typed.number.trim(), typed.width.trim()];
  if (title === '' || !isWidth(width)) return [];
  const patch: JsonObject = {
    ...(typed.type !== (column.type ?? 'text') && { type: typed.type === 'text' ? null : typed.type }),
    ...(number !== (column.number ?? '') && { number: number === '' ? null : number }),
    ...(width !== String(column.width ?? '') && { width: width === '' ? null : Number(width) }),
  };
  const at = { roster: roster.id, column: id, cycle };
  return [
    ...(Object.keys(patch).length > 0 ? [{ kind: 'changeColumn', ...at, patch }] : []),
    ...(title !== column.title ? [{ kind: 'renameColumn', ...at, title }] : []),
  ];
}

/** A column less. */
export function RemoveColumnForm({ roster, column, id, close }: Props) {
  const words = useWords(rosterWords);
  const { cycle } = useOpenDraft();
  return (
    <ChangeForm
      label={words.removeOf(column.title)}
      changes={[{ kind: 'removeColumn', roster: roster.id, cycle, column: id }]}
      onWrong={() => undefined}
      close={close}
    >
      <p>{words.removeText(column.title)}</p>
    </ChangeForm>
  );
}
