import { Button } from 'antd';
import { useId, useState } from 'react';
import { recordSchema } from '#core/form/index.ts';
import type { SectionDefinition } from '#core/model/index.ts';
import { draftFormsWords, useWords } from '#renderer/locales/index.ts';
import { focusField, LineField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../../ChangeForm.tsx';
import { useOpened } from '../../useUnsent.ts';
import type { Level } from './model/changed-field.ts';
import type { FieldRow } from './model/fields.ts';

type Props = { row: FieldRow; level: Level; section: SectionDefinition };

const NAME = /^[A-Za-z][A-Za-z0-9_]{0,39}$/;

/** A field's id, apart from its title: what rules and sheets call it. */
export function RenameField({ row, level, section }: Props) {
  const words = useWords(draftFormsWords);
  const id = useId();
  const [typed, setTyped] = useOpened<string>(`rename/${section.id}/${row.field}`);
  const [hasFailed, setFailed] = useState(false);
  const own = row.field.split('/').at(-1) ?? '';
  if (typed === null)
    return (
      <Button size="small" onClick={() => setTyped(own)}>
        {words.rename} <code>{own}</code>
      </Button>
    );
  const isTaken = row.depth === 0 && Object.hasOwn(recordSchema(section).properties ?? {}, typed.trim());
  const isRight = NAME.test(typed.trim()) && !isTaken;
  return (
    <ChangeForm
      label={words.rename}
      changes={isRight ? [{ kind: 'renameField', ...level, field: row.field, to: typed.trim() }] : null}
      onWrong={() => {
        setFailed(true);
        focusField(id);
      }}
      close={() => setTyped(null)}
    >
      <LineField
        name={id}
        label={words.id}
        value={typed}
        error={hasFailed && !isRight ? words.wrongId : undefined}
        size="middle"
        autoComplete="off"
        maxLength={40}
        note={<span className="quiet">{words.idHint}</span>}
        onChange={setTyped}
      />
    </ChangeForm>
  );
}
